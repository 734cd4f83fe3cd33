"""Turn what clicks bring in, and how slides follow each other, into timing and transitions.

ECMA-376 Part 1, 19.5: one sequence that the presenter's clicks step through; each step makes its
shapes or paragraphs visible (the “Appear” effect, whose preset is number 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from briefgen.render.pptx.sheet import Sheet
from briefgen.scene.items import Item, Reveal, TextBox
from briefgen.scene.names import Name
from briefgen.scene.walk import walk

_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'


def transition(name: str) -> str:
    """How a slide comes in; nothing for "" (at once)."""
    return f'<p:transition spd="med"><p:{name}/></p:transition>' if name else ""


def timing(sheet: Sheet, reveals: tuple[Reveal, ...], items: tuple[Item, ...]) -> str:
    """The timing of a slide whose `items` come in at clicks; nothing where none do."""
    boxes = {item.name: item for item in walk(items) if isinstance(item, TextBox)}
    known = [step for step in reveals if step.items[0] in sheet.glued]
    if not known:
        return ""
    numbers = count(3)
    steps = "".join(_click(sheet, step, boxes, numbers) for step in known)
    edges = "".join(
        f'<p:{tag}CondLst><p:cond evt="on{event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        f"</p:{tag}CondLst>"
        for tag, event in (("prev", "Prev"), ("next", "Next"))
    )
    builds = _builds(sheet, known, boxes)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
        'nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" '
        f'dur="indefinite" nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst></p:cTn>{edges}'
        f"</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>{builds}</p:timing>"
    )


def _click(sheet: Sheet, step: Reveal, boxes: dict[Name, TextBox], numbers: Iterator[int]) -> str:
    """One click: its first item appears at it, the others with it."""
    outer, inner = next(numbers), next(numbers)
    effects = ""
    for place, name in enumerate(name for name in step.items if name in sheet.glued):
        node = "withEffect" if place else "clickEffect"
        # Only what is in the list of builds is in a group of effects (19.5.23).
        group = ' grpId="0"' if name in boxes else ""
        effects += (
            f'<p:par><p:cTn id="{next(numbers)}" presetID="1" presetClass="entr" presetSubtype="0" '
            f'fill="hold"{group} nodeType="{node}">{_NOW}<p:childTnLst><p:set><p:cBhvr>'
            f'<p:cTn id="{next(numbers)}" dur="1" fill="hold">{_NOW}</p:cTn>'
            f"<p:tgtEl>{_target(sheet.glued[name], step)}</p:tgtEl>"
            "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
            '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
        )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/>'
        f'</p:stCondLst><p:childTnLst><p:par><p:cTn id="{inner}" fill="hold">{_NOW}'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _target(id: int, step: Reveal) -> str:
    if step.paragraphs is None:
        return f'<p:spTgt spid="{id}"/>'
    first, last = step.paragraphs
    paragraphs = f'<p:txEl><p:pRg st="{first}" end="{last}"/></p:txEl>'
    return f'<p:spTgt spid="{id}">{paragraphs}</p:spTgt>'


def _builds(sheet: Sheet, steps: list[Reveal], boxes: dict[Name, TextBox]) -> str:
    """The texts that come in, whole or by paragraph, as the animation pane lists them."""
    listed = {}
    for step in steps:
        for name in step.items:
            if name in boxes and name in sheet.glued:
                box = boxes[name]
                ground = ' animBg="1"' if box.fill or box.stroke else ""
                how = ' build="p"' if step.paragraphs else ground
                listed[name] = f'<p:bldP spid="{sheet.glued[name]}" grpId="0"{how}/>'
    return f"<p:bldLst>{''.join(listed.values())}</p:bldLst>" if listed else ""

"""Turn the choices for a template into `template.lock.yaml`, and what people changed back.

The file shows which layout serves as what, and may be edited: what it says comes before what was
found. It keeps the hash of the template, so that a changed one is noticed, and the master that the
layouts were found on: who changes `master` alone gets that one's layouts, but for those that were
changed by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefgen.machine.reasons import reason
from briefgen.machine.remembered import digest
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Mapping as Node
from briefgen.outline.reading.nodes import Scalar
from briefgen.outline.reading.read import read, read_file
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems
from briefgen.record import Record, replace
from briefgen.template.model import ROLES, Inventory, Role
from briefgen.template.roles import Cast, Found, chosen

NAME = "template.lock.yaml"
# What says that none of something is wanted.
_NO = ("no", "false", "off", "否", "不")
# So many pictures are offered for the printed page.
_OFFERED = 8
_SAMPLES = "    # 版式可取自示例页；写 no 则不取 · layouts made of sample slides; no: none"
# How the names of layouts end that are made of sample slides.
_MADE = pattern(r"(?:（示例第 \d+ 页）|\(sample slide \d+\))(?: #\d+)?$")
_HEAD = (
    "# briefgen: 每个模板里，哪个版式用作什么。改这里的名字就改变选择；# 后面是得分和次选。\n"
    "# Which layout of each template serves as what. Change a name to change the choice;\n"
    "# behind # are its score and what came next. A role without a name is composed on another.\n"
)


class Lock(Record, kw_only=True):
    """What the lock says of one template: its hash, its master, the one that the layouts were found
    on, its picture for the printed page, and its layouts by role, each with its place in the
    lock."""

    hash: str = ""
    master: str = ""
    former: str = ""
    logo: str = ""
    roles: Mapping[Role, tuple[str, Mark]] = {}
    # Whether layouts may be made of sample slides.
    samples: bool = True
    mark: Mark = Mark("")
    logo_mark: Mark = Mark("")


def is_made(label: str) -> bool:
    """Whether this is the name of a layout that was made of a sample slide."""
    return _MADE.search(label) is not None


def beside(template: Path) -> Path:
    """The lock of a template."""
    return template.parent / NAME


def read_lock(template: Path, problems: Problems) -> Lock | None:
    """What the lock beside a template says of it; None where it says nothing, with problems where
    it cannot be read."""
    path = beside(template)
    if not path.exists():
        return None
    try:
        root = read_file(path, path.name, problems)
    except OSError as problem:
        problems.add("template-lock-unreadable", Mark(path.name), why=reason(problem))
        return None
    own = root.get(template.name) if root else None
    if not isinstance(own, Node):
        return None
    roles: dict[Role, tuple[str, Mark]] = {}
    listed = own.get("roles")
    for key in listed.entries if isinstance(listed, Node) else ():
        assert isinstance(listed, Node)
        role = next((each for each in ROLES if each == key), None)
        value = listed.get(key)
        if role is None:
            offer = nearest(key, ROLES)
            problems.add("template-lock-role", listed.key_mark(key), role=key, offer=offer)
        elif isinstance(value, Scalar):
            roles[role] = value.text, value.mark
    return Lock(
        hash=_text(own, "sha256"),
        master=_text(own, "master"),
        former=_text(own, "found"),
        logo=_text(own, "logo"),
        roles=roles,
        samples=_text(own, "samples").lower() not in _NO,
        mark=own.key_mark("sha256"),
        logo_mark=own.key_mark("logo"),
    )


def called(name: str, parts: Iterable[str]) -> str:
    """The part that a person means by its path in the file or by its last piece; "" for none.

    >>> called("Image1.png", ("/ppt/media/image1.png",))
    '/ppt/media/image1.png'
    """
    wanted = f"/{name.lstrip('/')}".casefold()
    return next((part for part in parts if part.casefold().endswith(wanted)), "")


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, Scalar) else ""


def applied(held: Inventory, cast: Cast, lock: Lock | None, problems: Problems) -> Cast:
    """The choices with those that a person made in their place."""
    if lock is None:
        return cast
    names = [each.name for each in held.masters]
    former: Mapping[Role, Found] = {}
    if lock.master and lock.master in names:
        master = _at(names, lock.master, cast.master)
        before = _at(names, lock.former, cast.master)
        if master != before:
            former = cast.found if before == cast.master else chosen(held, before)
        if master != cast.master:
            cast = replace(cast, master=master, found=chosen(held, master))
    labels = {each.label: number for number, each in enumerate(held.boards)}
    found = dict(cast.found)
    for role, (label, mark) in lock.roles.items():
        if role in former and label == held.boards[former[role].board].label:
            # As it was found on the master of before: nobody chose it.
            continue
        if label not in labels and not lock.samples and is_made(label):
            # It was made of a sample slide, which is not wanted any more.
            continue
        if label not in labels:
            offer = nearest(label, labels)
            problems.add("template-no-layout", mark, name=label, offer=offer)
            continue
        number = labels[label]
        if role in found and found[role].board == number:
            continue
        score = next((s for n, s in found[role].next if n == number), 0.0) if role in found else 0.0
        found[role] = Found(role=role, board=number, score=score, said=True)
    return replace(cast, found={role: found[role] for role in ROLES if role in found})


def _at(names: list[str], name: str, own: int) -> int:
    """Which master has this name: the one that is chosen, if it does, or where none does."""
    return own if names[own] == name or name not in names else names.index(name)


def written(
    template: Path,
    data: bytes,
    held: Inventory,
    cast: Cast,
    logo: str,
    before: bytes = b"",
    *,
    sampled: bool | None = None,
) -> bytes:
    """The lock with this template's choices; what it says of others stays. `sampled` is whether
    layouts may be made of its sample slides (None: there is nothing to be made of)."""
    parts = [_HEAD]
    kept = _others(before, template.name)
    parts += kept
    parts.append(_section(template.name, data, held, cast, logo, sampled))
    return "\n".join(parts).encode()


def _others(before: bytes, name: str) -> list[str]:
    """The sections of other templates, as they are."""
    root = read(before, NAME, Problems()) if before else None
    if not isinstance(root, Node):
        return []
    lines = before.decode(errors="replace").splitlines()
    starts = [(root.key_mark(key).line, key) for key in root.entries]
    ends = [line for line, _ in starts[1:]] + [len(lines) + 1]
    return [
        "\n".join(lines[line - 1 : end - 1]).rstrip() + "\n"
        for (line, key), end in zip(starts, ends, strict=True)
        if key != name
    ]


def _section(
    name: str, data: bytes, held: Inventory, cast: Cast, logo: str, sampled: bool | None
) -> str:
    lines = [f"{_quoted(name)}:", f"  sha256: {digest(data)}"]
    master = _quoted(held.masters[cast.master].name)
    rest = [each.name for n, each in enumerate(held.masters) if n != cast.master]
    offered = f"    # 可换成 · or: {', '.join(rest)}" if rest else ""
    lines.append(f"  master: {master}{offered}")
    lines.append(f"  found: {master}    # 下面的版式取自它；不要改 · what follows was found on it")
    pictures = [name.rpartition("/")[2] for name in held.seen if name.isprintable()]
    choice = f": {', '.join(pictures[:_OFFERED])}" if pictures else ""
    lines.append(
        f"  logo: {_quoted(logo)}    # 打印页用的图 · picture for the printed page{choice}"
    )
    if sampled is not None:
        lines.append(f"  samples: {'yes' if sampled else 'no'}{_SAMPLES}")
    lines.append("  roles:")
    for role in ROLES:
        if (found := cast.found.get(role)) is None:
            lines.append(f"    {role}:")
            continue
        others = ", ".join(f"{held.boards[n].label} {score:g}" for n, score in found.next)
        note = f"{found.score:g}" + (f"; {others}" if others else "")
        lines.append(f"    {role}: {_quoted(held.boards[found.board].label)}    # {note}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

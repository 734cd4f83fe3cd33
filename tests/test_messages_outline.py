"""Messages of the outline, its values and its references: their examples, run."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, loaded, project
from rows import every

from briefgen.brief import hints
from briefgen.build import Request, build
from briefgen.messages import catalogue, marks, outline, references, values
from briefgen.messages.entry import TONGUES
from briefgen.outline.convert import convert_as
from briefgen.outline.language import Target
from briefgen.outline.load import Project
from briefgen.outline.reading.nodes import Scalar
from briefgen.problems import ContentError, MachineError, Mark, Problem, Problems
from briefgen.record import replace

ROOMS = outline.MESSAGES | values.MESSAGES | references.MESSAGES | marks.MESSAGES
# Told of files and their names, of a type of field that no part has, or of what was composed.
ELSEWHERE = {
    "audience-twice",
    "outputs-of-one-name",
    "bad-audience-name",
    "empty-audience",
    "cannot-read",
    "footnote-missing",
    "footnote-unused",
    "not-a-number",
}
# What an example is about, where it is that a part is not there.
LACKS = {"missing-brief": "brief", "nothing-to-show": "topics"}
EXAMPLES = sorted(ROOMS.keys() - ELSEWHERE)
# English that would show in Chinese if a part were not told in it. What is quoted is left out.
ENGLISH = re.compile(r"[A-Za-z]+ [a-z]+|\b(?:is|the|write)\b")
QUOTED = re.compile("“[^“”]*”|\\{[^{}]*\\}")


def parts(yaml: str) -> dict[str, str]:
    """The lines of each top-level part."""
    found = re.split(r"^(?=\w+:)", yaml, flags=re.MULTILINE)
    return {part.split(":")[0]: part.rstrip() for part in found if part.strip()}


def told(folder: Path, example: str, without: str = "") -> list[Problem]:
    """The problems of an example, put into a small project: with what is not in it behind it."""
    main, *files = re.split(r"^# audiences/(\w+)\.yaml\n", example, flags=re.MULTILINE)
    audiences = dict(zip(files[::2], files[1::2], strict=True))
    written = parts(main)
    rest = {key: text for key, text in parts(OUTLINE + TOPICS).items() if key not in written}
    if "deck" in written:
        rest.pop("topics", None)
    rest.pop(without, None)
    text = "\n".join((*written.values(), *rest.values()))
    path = project(folder, text, **{"cadre": "name: 干部\n"} | audiences)
    lines = main.count("\n") + 1
    _, found = loaded(path, next(iter(audiences), ""))
    return [each for each in found if audiences or each.mark.line <= lines]


def check_lines(problem: Problem) -> None:
    """A problem is a whole sentence in both languages, with every part put in."""
    english, chinese = (problem.told(tongue) for tongue in TONGUES)
    for line, mark in (
        (english, r": (error|warning|note): \S"),
        (chinese, r": (错误|警告|说明)：\S"),
    ):
        assert re.search(mark, line), line
        assert not any(f"{{{name}}}" in line for name in catalogue()[problem.code].names), line
        assert "  " not in line
        assert "Phrase(" not in line
    for said in filter(None, (problem.sentence("zh"), problem.advice("zh"))):
        assert re.search("[㐀-鿿]", QUOTED.sub("", said)), said
        assert not ENGLISH.search(QUOTED.sub("", said)), said


@pytest.mark.slow
@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_is_wrong_as_it_says(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    found = told(tmp_path, message.wrong, LACKS.get(code, ""))
    its = [problem for problem in found if problem.code == code]
    assert its, found
    check_lines(its[0])


def test_outputs_of_one_name_are_told_where_both_are_made(tmp_path: Path) -> None:
    message = catalogue()["outputs-of-one-name"]
    file, _, audience = message.wrong.partition("\n")
    assert file == "# audiences/handout.yaml"
    path = project(tmp_path, OUTLINE + TOPICS + DECK, handout=audience + "\n")
    with pytest.raises(ContentError) as ended:
        build(Request(path, formats=("brief", "handout"), out=tmp_path / "out"))
    (problem,) = ended.value.problems
    assert problem.code == "outputs-of-one-name"
    for tongue, said in (("en", "have one name: "), ("zh", "有两个同名：")):
        assert f"{said}demo-handout.pdf (base: handout, handout: brief)" in problem.told(tongue)


@pytest.mark.slow
@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_is_right_as_it_says(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    found = told(tmp_path, message.right, LACKS.get(code, ""))
    assert code not in {problem.code for problem in found}, found


def test_every_message_has_an_example_but_where_there_is_none() -> None:
    without = {code for code, message in ROOMS.items() if not message.wrong or not message.right}
    assert without == {"cannot-read", "not-a-number"}


def test_a_number_with_a_unit_is_no_number() -> None:
    problems = Problems()
    node = Scalar("3个", Mark("a.yaml", 1, 1))
    assert convert_as(Decimal, node, Target(problems=problems), "", ()) is None
    (problem,) = problems
    assert problem.told("zh") == "a.yaml:1:1: 错误：“3个”不是数（提示：改为数，如 3 或 2.5）"
    check_lines(problem)


PATTERNS = [each for each in vars(hints).values() if isinstance(each, hints.Pattern)]


@every("pattern", PATTERNS, ids=lambda pattern: pattern.en)
def test_a_form_is_told_in_both_languages(pattern: hints.Pattern) -> None:
    said = (("found", "?"), ("form", pattern.words))
    check_lines(Problem("bad-form", said, Mark("a.yaml", 1, 1)))


def test_who_reads_what_is_told_in_both_languages(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS, abroad="language: en")
    problem = next(p for p in loaded(path, "abroad")[1] if p.code == "missing-translation")
    assert problem.sentence("en") == (
        "“创新” is in simplified Chinese only, and abroad reads English"
    )
    assert problem.sentence("zh").startswith("“创新”只有简体中文，而")
    assert problem.advice("zh") == "写成 {zh: …, en: …}，或在该受众的文件里另写"


def test_audiences_that_there_are_not_are_told_in_both_languages(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS, guests="extends: medi", media="name: 媒体")
    for name, text in {
        "投资 者.yaml": "name: 投资者",
        "media.yml": "name: 媒体",
        "空.yml": "",
    }.items():
        (path.parent / "audiences" / name).write_text(text, encoding="utf-8")
    found = [*loaded(path, "gests")[1], *loaded(path, "guests")[1], *loaded(path, "空")[1]]
    codes = {"no-audience", "bad-audience-name", "audience-twice", "empty-audience"}
    assert codes == {problem.code for problem in found}
    assert len(set(found)) == 5
    for problem in found:
        check_lines(replace(problem, mark=Mark("a.yaml", 1, 1)))


def test_an_outline_that_is_not_there_is_told_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as raised:
        Project.read(tmp_path / "outline.yaml", Problems())
    (problem,) = raised.value.problems
    assert problem.code == "cannot-read"
    assert problem.sentence("zh").startswith("无法读取 ")

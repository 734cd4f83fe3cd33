"""Texts that an audience lacks are listed for a translator, and merged back into their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from outlines import project

from briefgen.cli import CONTENT, DONE, USAGE, briefgen

_OUTLINE = """\
# 年度
brief: {slug: fair, title: 园区开放日}   # 题目
sources:
  article: {file: seeds/article.txt, title: 报道, publisher: 晚报}
figures:
  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, period: 去年,
    quote: 去年全市产值超3200亿元}
deck:
  - {id: c, kind: cover}
  - id: day
    kind: bullets
    title: "产值{output}：再创新高"
    points:
      - 参观车间
      - {text: 座谈, points: [提问, "合影，留念"]}
      - text: |
          第一天
        points: ['报到', 参观车间]
      - text:
          zh: 散会
  - {id: end, kind: closing, title: 欢迎再来}
"""
_WORDS = {
    "园区开放日": "Open Day", "报道": "Report", "晚报": "Evening News", "产值": "Output",
    "去年": "last year", "产值{output}：再创新高": "Output: {output}, a record",
    "参观车间": 'See the "shop"', "座谈": "Talks: two", "提问": "Ask", "合影，留念": "Photo, #one",
    "第一天": "Day One", "报到": "Arrive", "散会": "Close", "欢迎再来": "Come again",
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path, _OUTLINE, 海外="name: {zh: 海外, en: Abroad}\nlanguage: en\n")


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(briefgen, [*map(str, arguments), "--lang", "en"])
    return done.exit_code, done.stdout + done.stderr


def fill(listed: Path, words: dict[str, str]) -> None:
    """Write translations as a translator would, into the list alone."""
    lines = listed.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        said = next((w for w in words if line == f'- zh: "{w}"'), None)
        if said:
            lines[number + 1] = "  en: '" + words[said].replace("'", "''") + "'"
    listed.write_text("\n".join(lines), "utf-8")


def test_the_list_has_each_text_once_with_its_place(path: Path) -> None:
    code, said = run("translate", "海外", path)
    listed = (path.parents[1] / "translate-海外.yaml").read_text("utf-8")
    assert code == DONE
    assert "14 texts to translate" in said
    assert [w for w in _WORDS if f'- zh: "{w}"\n  en: ""' not in listed] == []
    assert listed.count("参观车间") == 1
    assert '# content/outline.yaml:14\n- zh: "参观车间"' in listed
    assert "海外" not in listed.split("--merge")[1]


def test_what_is_filled_in_makes_the_version(path: Path) -> None:
    assert run("check", path, "-a", "海外")[0] == CONTENT
    run("translate", "海外", path)
    fill(path.parents[1] / "translate-海外.yaml", _WORDS)
    code, said = run("translate", "海外", path, "--merge")
    assert (code, said.strip()) == (DONE, "15 translations merged, 0 still missing")
    assert run("check", path, "-a", "海外", "--strict")[0] == DONE
    code, said = run("build", path, "-a", "海外", "-f", "md", "-o", path.parent / "made")
    made = (path.parent / "made/fair-海外.md").read_text("utf-8")
    assert "Output: over RMB 320 billion, a record" in made
    assert "See the “shop”" in made
    assert "Photo, #one" in made


def test_the_outline_stays_as_it_was_around_the_texts(path: Path) -> None:
    run("translate", "海外", path)
    before = run("build", path, "-a", "base", "-f", "md", "-o", path.parent / "one")
    fill(path.parents[1] / "translate-海外.yaml", _WORDS)
    run("translate", "海外", path, "--merge")
    merged = path.read_text("utf-8")
    assert merged.startswith('# 年度\nbrief: {slug: fair, title: {zh: 园区开放日, en: "Open Day"}}')
    assert "# 题目" in merged
    assert "'报到'" in merged
    after = run("build", path, "-a", "base", "-f", "md", "-o", path.parent / "two")
    assert before[0] == after[0] == DONE
    one, two = (path.parent / name / "fair.md" for name in ("one", "two"))
    assert one.read_text("utf-8") == two.read_text("utf-8")
    assert run("undo", path)[0] == DONE
    assert path.read_text("utf-8") == _OUTLINE


def test_a_list_half_filled_in_is_kept_and_merged(path: Path) -> None:
    listed = path.parents[1] / "translate-海外.yaml"
    run("translate", "海外", path)
    fill(listed, {"座谈": "Talks"})
    assert "14 texts to translate for 海外, 1 filled in" in run("translate", "海外", path)[1]
    assert '"Talks"' in listed.read_text("utf-8")
    assert "1 translation merged, 14 still missing" in run("translate", "海外", path, "--merge")[1]
    assert "13 texts to translate" in run("translate", "海外", path)[1]


def test_words_that_are_warned_of_are_merged_with_the_warning(path: Path) -> None:
    listed = path.parents[1] / "translate-海外.yaml"
    run("translate", "海外", path)
    # What shows nothing says nothing: it is still missing.
    fill(listed, {"散会": "Close \u2067now\u2069", "提问": "\u202eAsk", "座谈": "\u202e"})
    code, said = run("translate", "海外", path, "--merge")
    assert (code, "2 translations merged" in said) == (DONE, True), said
    assert said.count("turns the direction of the text") == 3
    assert 'en: "Close \u2067now\u2069"\n          zh: 散会' in path.read_text("utf-8")


def test_a_translation_names_the_same_figures(path: Path) -> None:
    run("translate", "海外", path)
    fill(path.parents[1] / "translate-海外.yaml", {"产值{output}：再创新高": "Output RMB 320 bn"})
    said = run("translate", "海外", path, "--merge")[1]
    assert "translation-figures" in said
    assert "{output}" in said
    assert "320 bn" not in path.read_text("utf-8")


@pytest.mark.parametrize("more", [(), ("--merge",)], ids=["listed", "merged"])
@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda text: text.replace('en: "', "en: 'Open", 1), "never closed"),
        (lambda text: text + "# long\n" * 700_000, "too-large"),
        (lambda text: text.replace('en: ""', "en: &a b", 1), "yaml-anchor"),
    ],
    ids=["quote", "large", "anchor"],
)
def test_a_damaged_list_stays_and_is_told(
    path: Path, damage: Callable[[str], str], code: str, more: tuple[str, ...]
) -> None:
    run("translate", "海外", path)
    listed, before = path.parents[1] / "translate-海外.yaml", path.read_bytes()
    fill(listed, {"座谈": "Talks"})
    listed.write_text(damage(listed.read_text("utf-8")), "utf-8")
    there = listed.read_bytes()
    done, said = run("translate", "海外", path, *more)
    assert done == CONTENT, said
    assert code in said
    assert "translate-海外.yaml" in said
    assert (listed.read_bytes(), path.read_bytes()) == (there, before)


def test_a_list_with_a_wrong_figure_is_not_written_over(path: Path) -> None:
    listed = path.parents[1] / "translate-海外.yaml"
    run("translate", "海外", path)
    fill(listed, {"产值{output}：再创新高": "Output: a record"})
    there = listed.read_bytes()
    assert "translation-figures" in run("translate", "海外", path)[1]
    assert listed.read_bytes() == there


def test_without_a_list_nothing_is_merged(path: Path) -> None:
    code, said = run("translate", "海外", path, "--merge")
    assert code == USAGE
    assert "nothing-to-merge" in said


def test_a_version_in_the_outlines_language_lacks_nothing(path: Path) -> None:
    (path.parent / "audiences/领导.yaml").write_text("name: 领导\n", "utf-8")
    code, said = run("translate", "领导", path)
    assert (code, said.strip()) == (DONE, "nothing is missing for 领导")
    assert not (path.parents[1] / "translate-领导.yaml").exists()


def test_the_errors_of_a_version_say_what_to_do_and_what_builds(path: Path) -> None:
    code, said = run("build", path)
    assert code == CONTENT
    assert "briefgen translate AUDIENCE" in said
    assert "briefgen build -a base" in said
    assert said.count("missing-translation") == 4

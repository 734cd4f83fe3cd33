"""The language of messages: what decides it, and that everything that is told is in it."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlines import OUTLINE, TOPICS, project
from rows import every
from tellings import HANZI

from briefgen.cli import briefgen, main, say, tongue
from briefgen.cli.say import WrongUsageError
from briefgen.cli.tongue import tongue_of
from briefgen.machine import files
from briefgen.messages import catalogue, cli, known
from briefgen.problems import Mark, Problem, Problems


def run(*arguments: str | Path, **surroundings: str | None) -> Result:
    env = {"BRIEFGEN_LANG": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": None}
    return CliRunner().invoke(briefgen, [str(a) for a in arguments], env={**env, **surroundings})


# What decides


@every(
    ("arguments", "surroundings", "spoken"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_TW"}, "zh"),
        ([], {"LANG": "zh-Hans"}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "zha"}, "en"),
        ([], {"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "zh"),
        ([], {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"BRIEFGEN_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ([], {"BRIEFGEN_LANG": "ZH", "LC_ALL": "en_US"}, "zh"),
        ([], {"BRIEFGEN_LANG": "fr", "LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"BRIEFGEN_LANG": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        (["--lang", "zh", "build"], {"BRIEFGEN_LANG": "en"}, "zh"),
        (["build", "--lang=en", "-x"], {"BRIEFGEN_LANG": "zh"}, "en"),
        (["--lang", "en", "build", "--lang", "zh"], {}, "zh"),
        (["build", "--lang", "fr"], {"BRIEFGEN_LANG": "zh"}, "zh"),
        (["build", "--lang"], {"BRIEFGEN_LANG": "zh"}, "zh"),
        (["build", "--", "--lang", "zh"], {}, "en"),
    ],
)
def test_what_decides_the_language(
    arguments: list[str], surroundings: dict[str, str], spoken: str
) -> None:
    assert tongue_of(arguments, surroundings) == spoken


def test_windows_is_asked_where_nothing_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "_of_windows", lambda: "zh")
    assert tongue_of([], {}) == "zh"
    assert tongue_of([], {"LANG": "en_GB.UTF-8"}) == "en"


# What is told in it


def lines(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.strip()]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """An outline with a warning, and an error for one of its audiences."""
    text = OUTLINE + TOPICS.replace("打造创新轴。", "打造5条创新轴。")
    return project(tmp_path, text, cadre="theme: lingnna")


@pytest.mark.parametrize("arguments", [("--lang", "zh", "build"), ("build", "--lang", "zh")])
def test_a_build_with_errors_is_told_in_chinese(wrong: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, wrong)
    assert done.exit_code == 1
    assert done.stdout == ""
    *problems, summary = lines(done.stderr)
    assert len(problems) == 6
    # Below each stand its line and a mark.
    for line in problems[::3]:
        assert re.match(r"\S*content/\S+\.yaml:\d+:\d+: (错误|警告)：.*\[[a-z-]+\]$", line), line
        assert not re.search(r"error|warning|hint", line.partition(": ")[2])
    assert "（提示：是不是想写“lingnan”？） [no-theme]" in done.stderr
    assert summary == "1 个错误、1 个警告；没有写出任何文件"


def test_a_check_is_told_in_the_language_of_the_system(wrong: Path) -> None:
    chinese = run("check", wrong, LANG="zh_CN.UTF-8")
    english = run("check", wrong, LANG="de_DE.UTF-8")
    assert lines(chinese.stderr)[-1] == "1 个错误、1 个警告"
    assert lines(english.stderr)[-1] == "1 error, 1 warning"
    places = [
        [line.split(": ")[0] for line in lines(done.stderr)[:-1]] for done in (chinese, english)
    ]
    assert places[0] == places[1]


def test_json_has_its_words_in_the_language_and_its_keys_and_codes_as_ever(wrong: Path) -> None:
    (chinese, english) = (
        json.loads(run("check", wrong, "--json", "--lang", each).stdout)["problems"]
        for each in ("zh", "en")
    )
    for one, other in zip(chinese, english, strict=True):
        assert HANZI.search(one["message"])
        assert one["message"] != other["message"]
        assert ("hint" in one) == ("hint" in other)
        assert {**one, "message": "", "hint": ""} == {**other, "message": "", "hint": ""}


def test_what_a_build_did_is_told_in_chinese(tmp_path: Path) -> None:
    done = run("build", project(tmp_path), "-a", "base", "--lang", "zh")
    assert done.exit_code == 0, done.output
    head, row, summary = lines(done.stderr)
    assert head.split() == ["受众", "页面", "打印页", "问题", "KB", "秒"]
    assert row.split()[0] == "base"
    # A Chinese character is two columns wide.
    assert len(head) + len(re.findall("[一-鿿]", head)) == len(row)
    assert re.fullmatch(r"共 2 个文件，用时 \d+\.\d\d 秒", summary)


def test_counts_are_told_in_one_and_in_several(tmp_path: Path) -> None:
    path = project(tmp_path)
    assert lines(run("check", path).stderr)[-1] == "no problems"
    assert lines(run("check", path, "--lang", "zh").stderr)[-1] == "没有问题"
    path.write_text(path.read_text("utf-8").replace("打造创新轴。", "打造5条创新轴。"), "utf-8")
    assert lines(run("check", path).stderr)[-1] == "1 warning"
    assert lines(run("check", path, "--lang", "zh").stderr)[-1] == "1 个警告"
    assert lines(run("figures", path, "--lang", "zh").stderr)[-1].startswith("共 ")


def test_a_new_project_is_told_in_chinese(tmp_path: Path) -> None:
    done = run("new", tmp_path / "brief", "--lang", "zh")
    assert re.fullmatch(rf"{tmp_path}/brief：共 \d+ 个文件\n", done.stdout)
    assert done.stderr == f"下一步：cd {tmp_path}/brief && briefgen build\n"


def test_a_full_disk_is_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(SystemExit) as ended:
        main(["build", "--lang", "zh", str(project(tmp_path)), "-a", "base", "-f", "deck"])
    assert ended.value.code == 3
    (line,) = lines(capsys.readouterr().err)
    assert re.match(r"briefgen: 无法写入 \S*demo\.pptx：磁盘已满（提示：.*） \[not-written\]", line)


def test_an_outline_that_is_missing_is_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("build", LC_ALL="zh_CN.UTF-8")
    assert done.exit_code == 2
    assert done.stderr.startswith("briefgen: 当前文件夹里没有 content/outline.yaml（提示：")
    done = run("check", "nowhere.yaml", "--lang", "zh")
    assert done.stderr == "briefgen: 没有 nowhere.yaml 这个文件 [no-outline-file]\n"


def test_an_unknown_audience_is_told_in_chinese(tmp_path: Path) -> None:
    path = project(tmp_path, cadre="name: 干部")
    done = run("--lang", "zh", "build", path, "-a", "cader")
    assert done.exit_code == 2
    assert done.stderr == "briefgen: 没有受众“cader”（提示：是不是想写“cadre”？） [no-audience]\n"


def test_what_stands_in_a_problem_is_not_obeyed_by_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    mark = Mark("a.yaml", 1, 1)
    say.print_problems(Problems([Problem.of("unknown-key", mark, key="\x1b]0;x", offer="")]))
    assert "\x1b" not in capsys.readouterr().err


# Wrong usage

EXAMPLES = [code for code, each in cli.MESSAGES.items() if each.wrong]


@pytest.mark.slow
@pytest.mark.parametrize("code", EXAMPLES)
def test_the_examples_of_wrong_usage_are_wrong_and_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    here = project(tmp_path / "mybrief").parents[1]
    (here / "out").mkdir()
    (here / "out/brief.pdf").write_bytes(b"")
    (here / "report.docx").write_bytes(b"")
    (here / "report.txt").write_text("全年产值500亿元。", "utf-8")
    (here / "outline.yaml").write_text((here / "content/outline.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "Downloads").mkdir()
    message = catalogue()[code]
    for example, at_fault in ((message.wrong, True), (message.right, False)):
        # What an example says of the folder stands before the command.
        where, _, command = example.rpartition(" && ")
        folder = tmp_path / where.removeprefix("cd ") if where else here
        # In which language nothing is told makes no difference.
        for spoken in ("en", "zh") if at_fault else ("en",):
            monkeypatch.chdir(folder)
            done = run(*shlex.split(command)[1:], BRIEFGEN_LANG=spoken)
            assert (f"[{code}]" in done.stderr) == at_fault, done.output
            if at_fault:
                (line,) = lines(done.stderr)
                assert done.exit_code == 2
                assert bool(HANZI.search(line)) == (spoken == "zh")
            else:
                assert done.exit_code != 2, done.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--lang", "fr", "check"), "option-choice"),
        (("--debug=1", "check"), "option-takes-no-value"),
        (("build", "-x"), "unknown-option"),
        (("diff", "a", "b", "c"), "extra-argument"),
        (("figures", "content/outline.yaml", "--source", "x"), "unknown-source"),
        (("trace", "outptu"), "unknown-figure"),
        (("trace", "zzzz"), "unknown-figure"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: str
) -> None:
    monkeypatch.chdir(project(tmp_path).parents[1])
    for spoken in ("en", "zh"):
        done = run(*arguments, BRIEFGEN_LANG=spoken)
        assert done.exit_code == 2
        (line,) = lines(done.stderr)
        assert line.startswith("briefgen: ")
        assert line.endswith(f" [{code}]")
        assert bool(HANZI.search(re.sub(r"\([^)]*\)", "", line))) == (spoken == "zh")


def test_help_without_a_command_is_no_problem() -> None:
    done = run()
    assert "Usage: briefgen" in done.output
    assert "[missing-command]" not in done.output


def test_wrong_usage_carries_its_problem() -> None:
    with pytest.raises(WrongUsageError) as refused:
        say.refuse("no-outline-file", path="a.yaml")
    assert refused.value.problem == Problem.of("no-outline-file", path="a.yaml")
    assert refused.value.exit_code == 2


# Codes explained


@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_every_code_is_listed_with_its_sentence(spoken: str) -> None:
    told = lines(run("explain", "--sentences", "--lang", spoken).stdout)
    assert [line.split()[0] for line in told] == list(known())
    for line in told:
        code, severity, sentence = line.split(maxsplit=2)
        assert severity in (("error", "warning", "note") if spoken == "en" else "错误警告说明")
        assert sentence
        assert bool(HANZI.search(severity)) == (spoken == "zh"), code
    rows = json.loads(run("explain", "--sentences", "--json", "--lang", spoken).stdout)
    assert [row["code"] for row in rows] == list(known())
    assert {row["severity"] for row in rows} == {"error", "warning", "note"}


def test_codes_alone_are_listed_by_their_severity() -> None:
    told = dict(line.split(": ") for line in run("explain", "--lang", "en").stdout.splitlines())
    assert set(told) == {"error", "warning", "note"}
    named = [code for each in told.values() for code in each.split()]
    assert sorted(named) == sorted(known())
    assert json.loads(run("explain", "--json").stdout)["note"] == told["note"].split()


def test_a_code_is_explained_with_its_example() -> None:
    english, chinese = (
        run("explain", "quote-not-found", "--lang", each).stdout for each in ("en", "zh")
    )
    message = catalogue()["quote-not-found"]
    for told, words in ((english, message.means.en), (chinese, message.means.zh)):
        assert "".join(words.split()) in "".join(told.split())
        for example in (message.wrong, message.right):
            assert all(line.strip() in told for line in example.splitlines())
        assert "‹" in told
    assert english.startswith("quote-not-found (error)\n")
    assert chinese.startswith("quote-not-found（错误）\n")
    assert "含义" in chinese
    assert "Right" in english


def test_a_code_may_be_pasted_with_its_brackets() -> None:
    assert run("explain", "[unknown-key]").stdout == run("explain", "unknown-key").stdout
    row = json.loads(run("explain", "unknown-key", "--json").stdout)
    assert row["message"] == "there is no key “‹key›” here"
    assert row["hint"] == "‹offer›"
    assert {"code", "severity", "message", "hint", "means", "wrong", "right"} == set(row)


def test_an_unknown_code_gets_the_nearest() -> None:
    done = run("explain", "unknwon-key")
    assert done.exit_code == 2
    assert "did you mean “unknown-key”?" in done.stderr
    assert "`briefgen explain`" in run("explain", "zzz").stderr

"""The tools of `briefgen mcp`, as the protocol's own client uses them."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from outlines import DECK, OUTLINE, TOPICS, project

SOURCE = (
    "滨江新区去年地区生产总值突破800亿元，同比增长6.5%。全年计划投资260亿元，"
    "其中基础设施投资120亿元，产业投资80亿元，民生投资60亿元。\n"
)
LEDGER = """\
gdp:
  {value: 800亿元, qualifier: 突破, kind: actual, label: 总值, quote: 地区生产总值突破800亿元}
growth: {value: 6.5%, kind: actual, label: 同比增长, quote: 同比增长6.5%}
infra: {value: 120亿元, kind: plan, label: 基础设施投资, quote: 基础设施投资120亿元}
industry: {value: 80亿元, kind: plan, label: 产业投资, quote: 产业投资80亿元}
welfare: {value: 60亿元, kind: plan, label: 民生投资, quote: 民生投资60亿元}
"""
LONG = "这个标题写得实在太长了应该短一些才好"
SLIDES = (
    "id: cover\nkind: cover",
    f"id: facts\nkind: kpi\ntitle: {LONG * 4}\nfigures: [gdp, growth]",
    "id: money\nkind: bar\ntitle: 基础设施投资{infra}，占到大头\n"
    "figures: [infra, industry, welfare]",
    f"id: plan\nkind: bullets\ntitle: {LONG * 5}\npoints:\n  - 还岸线\n  - 强创新",
    "id: sides\nkind: compare\ntitle: 从码头到创新港\n"
    "left: {head: 过去, points: [仓库占满岸线]}\nright: {head: 今天, points: [下楼就到江边]}\n"
    f"conclusion: {LONG * 30}",
    "id: end\nkind: closing\ntitle: 谢谢",
)

Use = Callable[..., Awaitable[Any]]


def within(folder: Path, use: Callable[[Use], Awaitable[None]], spawned: bool = False) -> None:
    """Let somebody use the tools of a folder, in a process of their own where they are spawned."""

    # For a whole run's collection this is long; here it is once.
    from mcp import Client, StdioServerParameters
    from mcp.client.stdio import stdio_client

    from briefgen.tools.server import server

    async def talk() -> None:
        command = [sys.executable, "-m", "briefgen", "mcp", str(folder)]
        own = StdioServerParameters(command=command[0], args=command[1:])
        of = stdio_client(own) if spawned else server(folder)
        async with Client(of) as client:

            async def call(tool: str, **arguments: Any) -> Any:
                result = await client.call_tool(tool, arguments)
                (content,) = result.content
                if content.type == "image":
                    return base64.b64decode(content.data)
                assert content.type == "text"
                if result.is_error:
                    raise RuntimeError(content.text)
                try:
                    return json.loads(content.text)
                except ValueError:
                    return content.text

            await use(call)

    asyncio.run(talk())


@pytest.mark.slow
def test_a_deck_is_written_by_tools_alone_and_mended_in_one_pass(tmp_path: Path) -> None:
    """A program that knows the tools' answers alone: six slides, three texts too long."""

    async def use(call: Use) -> None:
        await call("start", slug="riverside", title="滨江新区")
        await call("source", name="bulletin", text=SOURCE)
        await call("add", part="sources", yaml="bulletin: {file: seeds/bulletin.txt, title: 公报}")
        drafts = await call("figures")
        assert "value: 800亿元" in drafts
        await call("add", part="figures", yaml=LEDGER)
        for slide in SLIDES:
            await call("add", yaml=slide)
        found = await call("check")
        errors = [each for each in found["findings"] if each["severity"] == "error"]
        assert [each["code"] for each in errors] == ["overflow"] * 3
        for each in errors:
            if "fix" in each:
                await call("write", path=each["path"], value=each["fix"])
            else:
                await call("write", path=each["path"], value=each["found"][: each["allowed"]])
        found = await call("check")
        assert (found["error"], found["warning"]) == (0, 0), found
        picture = await call("preview", slide="money")
        assert picture[:4] == b"\x89PNG"
        made = await call("build")
        assert (
            made["files"] == ["out/riverside-onepager.pdf", "out/riverside.pptx"] or made["files"]
        )

    within(tmp_path, use, spawned=True)
    assert (tmp_path / "out/riverside.pptx").read_bytes()[:2] == b"PK"
    text = (tmp_path / "content/outline.yaml").read_text("utf-8")
    assert [line for line in text.split("\n") if line.startswith("  - id: ")] == [
        f"  - {slide.split(chr(10))[0]}" for slide in SLIDES
    ]


@pytest.mark.slow
def test_the_tools_say_little(tmp_path: Path) -> None:
    from mcp import Client

    from briefgen.tools.server import server

    async def use() -> None:
        async with Client(server(tmp_path)) as client:
            tools = (await client.list_tools()).tools
            assert {tool.name for tool in tools} == {
                "outline",
                "kinds",
                "check",
                "preview",
                "trace",
                "figures",
                "start",
                "source",
                "add",
                "write",
                "audience",
                "build",
                "undo",
            }
            said = json.dumps([tool.model_dump(exclude_none=True) for tool in tools])
            assert len(said) < 9_000
            assert len(client.instructions or "") < 800

    asyncio.run(use())


def test_what_is_read_is_short_and_what_is_written_stays_as_it_was(tmp_path: Path) -> None:
    path = project(tmp_path, "# 开头\n" + OUTLINE + TOPICS + DECK)
    before = path.read_text("utf-8")

    async def use(call: Use) -> None:
        whole = await call("outline")
        assert whole["deck"][2] == "numbers | kpi | 产值{output}"
        assert whole["figures"] == ["output", "firms"]
        part = await call("outline", path="figures.firms.quote")
        assert part["value"] == "拥有1.3万家企业"
        assert part["place"].startswith("content/outline.yaml:")
        slide = await call("outline", path="deck.numbers")
        assert slide["value"].split("\n")[0] == "id: numbers"
        await call("write", path="deck.numbers.title", value="产值{output}，企业{firms}")
        await call(
            "add", after="cover", yaml="id: more\nkind: bullets\ntitle: 甲\npoints: [一, 二]"
        )
        await call("write", path="figures.firms.label", value="{zh: 企业数, en: Firms}")
        trail = await call("trace", figure="output")
        assert trail[0]["place"] == "seeds/article.txt:1"
        assert "numbers" in trail[0]["slides"]

    within(tmp_path, use)
    after = path.read_text("utf-8")
    assert "'产值{output}，企业{firms}'" in after
    assert after.startswith("# 开头\n")
    assert after.index("id: more") < after.index("id: part")

    async def back(call: Use) -> None:
        for _ in range(3):
            await call("undo")

    within(tmp_path, back)
    assert path.read_text("utf-8") == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tool", "arguments", "code"),
    [
        ("outline", {"path": "deck.covr"}, "unknown-path"),
        ("write", {"path": "deck.nothing.title", "value": "甲"}, "unknown-path"),
        ("write", {"path": "", "value": "甲"}, "unknown-path"),
        ("write", {"path": "brief.slug.more", "value": "甲"}, "edit-changes-more"),
        ("source", {"name": "n" * 61, "text": "甲"}, "bad-form"),
        ("audience", {"name": "n" * 61, "yaml": "name: 甲"}, "bad-audience-name"),
        ("add", {"part": "dek", "yaml": "a: b"}, "unknown-part"),
        ("add", {"yaml": "kind: ["}, "yaml"),
        ("add", {"yaml": "kind: kpi", "after": "nothing"}, "unknown-id"),
        ("kinds", {"name": "bulets"}, "unknown-described"),
        ("preview", {"slide": "nothing"}, "unknown-id"),
        ("trace", {"figure": "nothing"}, "unknown-figure"),
        ("figures", {"source": "nothing"}, "unknown-source"),
        ("source", {"name": "../../etc/passwd", "text": "甲"}, "bad-form"),
        ("source", {"name": "article", "text": "甲"}, "folder-not-empty"),
        ("audience", {"name": "../x", "yaml": "name: 甲"}, "bad-audience-name"),
        ("audience", {"name": "x", "yaml": "name: ["}, "yaml"),
        ("build", {"formats": ["docx"]}, "bad-choice"),
        ("start", {"slug": "a", "title": "甲"}, "folder-not-empty"),
    ],
)
def test_what_cannot_be_done_is_told_as_a_finding(
    tool: str, arguments: dict[str, Any], code: str, tmp_path: Path
) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}

    async def use(call: Use) -> None:
        with pytest.raises(RuntimeError) as stop:
            await call(tool, **arguments)
        assert f'"code":"{code}' in str(stop.value), str(stop.value)

    within(tmp_path, use)
    assert path.is_file()
    after = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert {k: v for k, v in after.items() if ".briefgen" not in k.parts} == before


def test_nothing_outside_of_the_folder_is_touched(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    project(outside, OUTLINE + TOPICS + DECK)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "content").symlink_to(outside / "content")

    async def use(call: Use) -> None:
        for tool, arguments in (
            ("outline", {}),
            ("write", {"path": "deck.cover.title", "value": "甲"}),
            ("check", {}),
            ("build", {}),
        ):
            with pytest.raises(RuntimeError, match="write-outside"):
                await call(tool, **arguments)

    within(inside, use)
    (tmp_path / "other/content").mkdir(parents=True)
    (tmp_path / "other/content/outline.yaml").write_text(OUTLINE + TOPICS + DECK, "utf-8")
    within(tmp_path / "other/content", use)
    assert not (tmp_path / "other/out").exists()


def test_an_outline_in_markdown_is_written_too(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE).with_name("deck.md")
    path.with_name("outline.yaml").unlink()
    path.write_text(
        f"---\n{OUTLINE}---\n\n## 封面 {{kind=cover #cover}}\n\n## 甲 {{#a}}\n\n- 一\n", "utf-8"
    )

    async def use(call: Use) -> None:
        await call(
            "add", yaml="id: b\nkind: summary\ntitle: 乙\npoints: [{head: 丙, text: 丁}, 戊]"
        )
        await call("add", after="cover", yaml="## 己 {#c}\n\n- 庚\n- 辛\n")
        await call("add", part="names", yaml="[一]")
        await call("write", path="deck.a.title", value="壬")
        await call("write", path="figures.firms.quote", value="拥有1.3万家企业")
        whole = await call("outline")
        assert [each.split(" | ")[0] for each in whole["deck"]] == ["cover", "c", "a", "b"]

    within(tmp_path, use)
    text = path.read_text("utf-8")
    assert "## 乙 {kind=summary #b}\n\n- **丙**：丁\n- 戊\n" in text
    assert "## 壬 {#a}" in text
    assert "names:" in text


def test_an_audience_is_described_written_and_checked(tmp_path: Path) -> None:
    project(tmp_path, OUTLINE + TOPICS + DECK)

    async def use(call: Use) -> None:
        said = await call("kinds", name="audience")
        assert "language: en" in said["example"]
        await call(
            "audience",
            name="guest",
            yaml="name: 客人\ndeck: {drop: [one], set: {two: {titel: 甲}}}",
        )
        found = await call("check", audience="guest")
        (error,) = [each for each in found["findings"] if each["severity"] == "error"]
        assert (error["path"], error["fix"]) == ("audiences/guest:deck.set.two.titel", "title")
        await call("audience", name="guest", yaml="name: 客人\ndeck: {drop: [one]}")
        assert (await call("check", audience="guest"))["error"] == 0

    within(tmp_path, use)


def test_kinds_are_told_in_short_and_each_in_full(tmp_path: Path) -> None:
    async def use(call: Use) -> None:
        listed = await call("kinds")
        assert len(json.dumps(listed, ensure_ascii=False)) < 6_000
        one = await call("kinds", name="timeline")
        assert one["fields"][0].startswith(
            "events list of (when, what, target?, key?), 2–36 of them"
        )
        assert len(json.dumps(one, ensure_ascii=False)) < 1_000
        assert "notes text, optional" in (await call("kinds", name="slide"))["fields"][2]
        page = await call("kinds", name="page")
        assert "headline" in page["keys"]
        assert page["example"].startswith("page:")

    within(tmp_path, use)


def test_without_the_package_the_command_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['mcp'] = None\n"
        "import importlib.util as u; found = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'mcp' else found(name, *a)\n"
        "from briefgen.cli import main\n"
        f"main(['mcp', {str(tmp_path)!r}, '--lang', 'en'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 3
    assert "pip install 'briefgen[mcp]'" in done.stderr

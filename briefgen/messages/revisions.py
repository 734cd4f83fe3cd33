"""What is wrong with a revision of an outline that another is compared with."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_REVISION = Words(
    "Two states of an outline are compared: each is a file, or a revision of the git repository "
    "that the outline is in: a commit, a branch, a tag, HEAD~1.",
    "比较的是提纲的两个版本：可以是文件，也可以是提纲所在 git 仓库里的版本，"
    "如某次提交、分支、标签或 HEAD~1。",
)

MESSAGES: Mapping[str, Message] = {
    "side-has-errors": Message(
        severity="error",
        sentence=Words(
            "{side} has errors, of which these are the places", "{side}有错误，位置见下"
        ),
        means=Words(
            "Figures can be compared only where both states of the outline are sound.",
            "两个版本的提纲都没有错误，才能比较其中的数字。",
        ),
    ),
    "no-revision": Message(
        severity="error",
        sentence=Words(
            "“{revision}” is neither a file nor a revision of the repository {folder}",
            "“{revision}”不是文件，也不是仓库 {folder} 里的版本",
        ),
        hint=Words("name one that `git log` shows", "改为 `git log` 里有的版本"),
        means=_REVISION,
        wrong="briefgen diff HAED~1",
        right="briefgen diff HEAD~1",
    ),
    "revision-without-outline": Message(
        severity="error",
        sentence=Words("{revision} has no {file}", "{revision} 里没有 {file}"),
        hint=Words("name it with --outline", "用 --outline 指定提纲"),
        means=_REVISION,
        wrong="briefgen diff HEAD --outline other/outline.yaml",
        right="briefgen diff HEAD --outline content/outline.yaml",
    ),
    "no-git": Message(
        severity="error",
        sentence=Words(
            "git is not installed, and only git knows revisions",
            "没有安装 git，而版本要靠 git 来读",
        ),
        hint=Words("install git, or name two files", "安装 git，或指定两个文件"),
        means=_REVISION,
    ),
    "git-refuses": Message(
        severity="error",
        sentence=Words("git says: {said}", "git 提示：{said}"),
        means=_REVISION,
    ),
}

PHRASES: Mapping[str, Words] = {
    "the-working-tree": Words("the working tree", "当前的提纲"),
}

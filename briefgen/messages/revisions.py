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
_LIMITS = Words(
    "Of a revision no more is written into the temporary folder than a project needs.",
    "从某个版本里取出的文件有上限，够一个项目用，不会占满磁盘。",
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
    "outline-outside-repository": Message(
        severity="error",
        sentence=Words(
            "{outline} lies outside the repository {folder}", "{outline} 不在仓库 {folder} 里"
        ),
        hint=Words("name an outline of the repository", "请指定仓库里的提纲"),
        means=_REVISION,
    ),
    "revision-incomplete": Message(
        severity="error",
        sentence=Words(
            "{what} is not in this copy of the repository, and nothing is fetched",
            "这份仓库里没有{what}，程序也不会去下载",
        ),
        hint=Words(
            "a partial clone lacks older contents; clone it whole",
            "部分克隆的仓库缺少旧内容，请完整克隆一份",
        ),
        means=Words(
            "A revision is read from what the repository holds. Nothing is fetched for it, since a "
            "stranger's repository could name any program to be run for that.",
            "版本只从仓库已有的内容里读，不会联网下载：别人给的仓库可能借下载之机运行任意程序。",
        ),
        wrong="git clone --filter=blob:none …",
        right="git clone …",
    ),
    "revision-file-too-large": Message(
        severity="error",
        sentence=Words(
            "{file} has {size} MB in {revision}; of a revision files of up to {most} MB are read",
            "{revision} 里的 {file} 有 {size} MB，超过了 {most} MB 的上限",
        ),
        means=_LIMITS,
    ),
    "revision-too-many-files": Message(
        severity="error",
        sentence=Words(
            "the outline of {revision} names more than {files} files or {size} MB",
            "{revision} 的提纲用到的文件超过了 {files} 个或 {size} MB",
        ),
        means=_LIMITS,
    ),
    "revision-path-outside": Message(
        severity="error",
        sentence=Words("{name} has a path that leads outside", "{name} 的路径指到了项目外面"),
        means=Words(
            "What an outline names at a revision is written into a temporary folder, and nowhere "
            "else.",
            "某个版本的提纲用到的文件，只写进一个临时文件夹，不写到别处。",
        ),
    ),
    "git-too-slow": Message(
        severity="error",
        sentence=Words(
            "git gave no answer within {seconds} seconds", "git 在 {seconds} 秒内没有回应"
        ),
        means=Words(
            "A configuration of git may include something that is never read to its end, such as a "
            "pipe. Git is ended then.",
            "git 的配置可能引用了永远读不完的东西，比如管道；等太久就不再等了。",
        ),
    ),
    "git-refuses": Message(
        severity="error",
        sentence=Words("git says: {said}", "git 提示：{said}"),
        hint=Words(
            "without git two folders can be compared: `briefgen diff OLD NEW`",
            "不用 git 也能比较两个文件夹：`briefgen diff 旧文件夹 新文件夹`",
        ),
        means=_REVISION,
    ),
}

PHRASES: Mapping[str, Words] = {
    "no-words": Words("nothing", "（没有说明）"),
    "no-repository": Words("this folder is in no git repository", "这个文件夹不在 git 仓库里"),
    "strange-repository": Words(
        "the repository belongs to somebody else, and is not listed in safe.directory",
        "仓库属于别的用户，也没有列入 safe.directory",
    ),
    "newer-repository": Words(
        "the repository is of a newer git than the one that is installed",
        "仓库是用更新版的 git 建的，已安装的 git 读不了",
    ),
    "older-git": Words(
        "this git is too old for what is asked of it", "已安装的 git 太旧，不支持所需的命令"
    ),
    "bad-git-config": Words(
        "a file of git’s configuration cannot be read or is wrong; `git config --list "
        "--show-origin` names them",
        "git 的配置文件有错或读不了；用 `git config --list --show-origin` 可以看到是哪些文件",
    ),
    "damaged-repository": Words(
        "something in the repository is missing or damaged; `git fsck` says what",
        "仓库里有内容缺失或损坏；用 `git fsck` 可以看到是什么",
    ),
    "git-out-of-memory": Words("it has no memory left", "内存不够"),
    "what-was-asked-for": Words("what was asked for", "需要的内容"),
    "the-working-tree": Words("the working tree", "当前的提纲"),
}

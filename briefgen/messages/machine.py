"""What the machine does not allow: files, folders, processes, plug-ins; and why."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_BUILD_AGAIN = Words("remove it and build again", "请移走它，再生成一次")
_WHOLE_OR_NOTHING = Words(
    "Every output is written beside its place first and then put there, all of them or none: what "
    "was there before stays as it was.",
    "成品先写成临时文件，再一并换上：要么全部换上，要么一个不动，原有的文件保持原样。",
)
_NOT_LOST = Words(
    "What was written into a folder is remembered there (`.briefgen/written.json`). A file that is "
    "no longer so is somebody's work: it is never written over, and the build goes on.",
    "写进文件夹的成品在那里留有记录（`.briefgen/written.json`）。"
    "与记录不符的文件就是有人改过的，绝不覆盖，生成照常进行。",
)
_IN_USE = Words(
    "One file that cannot be replaced keeps none of the others from being written; what was made "
    "for it stands beside it, and goes when the next build can replace it.",
    "一个文件无法替换，不影响其他文件；为它生成的成品放在旁边，等下次能替换了就会清理。",
)
_PLUG_IN = Words(
    "An installed package may bring slide kinds of its own (the entry point `briefgen.kinds`). One "
    "that cannot be used would leave its slides out, so nothing is built.",
    "安装的软件包可以自带页面类型（入口点 briefgen.kinds）。"
    "有一个用不了，它的页面就会缺失，所以不往下做。",
)
_REFUSED = Words(
    "The system refused something that had to be read or written, and says why.",
    "系统不允许读写某样东西，并给出了原因。",
)

MESSAGES: Mapping[str, Message] = {
    "option-not-there": Message(
        severity="error",
        sentence=Words("{what} names nothing that is there", "{what} 指定的东西不存在"),
        hint=Words("look at its path", "请检查路径"),
        means=Words(
            "What a command reads must be there before it begins.", "命令要读的东西必须先存在。"
        ),
        wrong="briefgen merge content/outline.yaml lst.csv",
        right="briefgen merge content/outline.yaml list.csv",
    ),
    "stale-files": Message(
        severity="note",
        sentence=Words(
            "the folder also holds {count} {count:file|files} of earlier builds, which no version "
            "makes any more: {files}",
            "文件夹里还有 {count} 个以前生成、现在已没有对应版本的文件：{files}",
        ),
        hint=Words("delete them where nobody needs them", "没有人要用就删掉"),
        means=Words(
            "An audience that was removed leaves its files behind. Who takes them for new ones "
            "hands on what is out of date, or not meant for everybody.",
            "删去了受众，以前的成品仍留在文件夹里。误当作新的发出去，内容可能过时，也可能不该给所有人看。",
        ),
    ),
    "folder-not-made": Message(
        severity="error",
        sentence=Words("cannot make the folder {folder}: {why}", "无法新建文件夹 {folder}：{why}"),
        hint=Words("name another folder", "请换一个文件夹"),
        means=_WHOLE_OR_NOTHING,
    ),
    "folder-not-writable": Message(
        severity="error",
        sentence=Words(
            "cannot write into {folder}: no permission", "无法写入文件夹 {folder}：没有权限"
        ),
        hint=Words(
            "allow writing there, or name another folder",
            "请放开写入权限，或换一个文件夹",
        ),
        means=_WHOLE_OR_NOTHING,
    ),
    "folder-not-empty": Message(
        severity="error",
        sentence=Words("{folder} exists and is not empty", "{folder} 已经存在，而且不是空文件夹"),
        hint=Words("name a new folder", "请换一个新的文件夹名"),
        means=Words(
            "A new project is made in a folder of its own, so that it never overwrites anything.",
            "新项目要放进空文件夹，这样不会覆盖任何东西。",
        ),
        wrong="briefgen new .",
        right="briefgen new my-brief",
    ),
    "target-is-a-link": Message(
        severity="error",
        sentence=Words("{path} is a symbolic link", "{path} 是符号链接"),
        hint=_BUILD_AGAIN,
        means=Words(
            "Outputs are never written through a link: it could lead to any file of the machine.",
            "成品不会通过链接写出去：链接可能指向电脑上的任何文件。",
        ),
    ),
    "out-outside": Message(
        severity="error",
        sentence=Words(
            "{folder} is a link out of the project, to {to}", "{folder} 是指向项目之外的链接：{to}"
        ),
        hint=Words(
            "name the folder yourself: `briefgen build -o {to}`, or put a folder in its place",
            "自己写明文件夹：briefgen build -o {to}，或用文件夹代替链接",
        ),
        means=Words(
            "Where no folder is asked for, files are written inside of the project alone: a link "
            "that somebody else has put there would choose another place.",
            "没有指定文件夹时，只写进项目里：别人放的链接会把成品引到别处。",
        ),
    ),
    "target-is-no-file": Message(
        severity="error",
        sentence=Words("{path} is not a file", "{path} 不是文件"),
        hint=_BUILD_AGAIN,
        means=Words(
            "Something else, such as a folder, has the name that an output is to have.",
            "成品要用的名字被别的东西占了，比如一个文件夹。",
        ),
    ),
    "not-written": Message(
        severity="error",
        sentence=Words("cannot write {path}: {why}", "无法写入 {path}：{why}"),
        hint=Words(
            "make room and allow writing there, or name another folder",
            "请腾出空间、放开写入权限，或换一个文件夹",
        ),
        means=_WHOLE_OR_NOTHING,
    ),
    "not-replaced": Message(
        severity="error",
        sentence=Words("cannot replace {path}: {why}", "无法替换 {path}：{why}"),
        hint=Words(
            "close it if it is open in PowerPoint or a viewer, and build again",
            "如果它正在 PowerPoint 或阅读器里打开，请关闭后再生成一次",
        ),
        means=Words(
            "The system lets a file neither be replaced nor another be put beside it. What was "
            "there before stays as it was; the other files are written.",
            "系统既不允许替换这个文件，也不允许在旁边另存。原有的文件保持原样，其他文件照常写出。",
        ),
    ),
    "edited-kept": Message(
        severity="note",
        sentence=Words(
            "edited since it was built, and left as it is; what was built now is {new}",
            "这个文件生成之后被改过，保持原样；这次生成的是 {new}",
        ),
        hint=Words(
            "carry over what you need; or build with --overwrite, which keeps yours as {kept}",
            "请自行合并需要的内容；或加上 --overwrite 再生成一次，改过的会另存为 {kept}",
        ),
        means=_NOT_LOST,
        wrong="briefgen build",
        right="briefgen build --overwrite",
    ),
    "unknown-kept": Message(
        severity="note",
        sentence=Words(
            "not known to be from a build, and left as it is; what was built now is {new}",
            "没有它由本程序生成的记录，保持原样；这次生成的是 {new}",
        ),
        hint=Words(
            "move it away; or build with --overwrite, which keeps it as {kept}",
            "请把它移走；或加上 --overwrite 再生成一次，原来的会另存为 {kept}",
        ),
        means=_NOT_LOST,
        wrong="briefgen build",
        right="briefgen build --overwrite",
    ),
    "edited-replaced": Message(
        severity="note",
        sentence=Words(
            "replaced as asked; what stood here before is {kept}",
            "已按要求替换；原来的文件另存为 {kept}",
        ),
        means=_NOT_LOST,
    ),
    "open-kept": Message(
        severity="note",
        sentence=Words(
            "open in another program, and left as it is; what was built now is {new}",
            "正在别的程序里打开，保持原样；这次生成的是 {new}",
        ),
        hint=Words(
            "close it and build again; if it is not open, remove {lock}",
            "请关闭后再生成一次；如果没有打开，请删除 {lock}",
        ),
        means=_IN_USE,
    ),
    "held-kept": Message(
        severity="note",
        sentence=Words(
            "cannot be replaced ({why}), and is left as it is; what was built now is {new}",
            "无法替换（{why}），保持原样；这次生成的是 {new}",
        ),
        hint=Words(
            "close it if it is open in PowerPoint or a viewer, and build again",
            "如果它正在 PowerPoint 或阅读器里打开，请关闭后再生成一次",
        ),
        means=_IN_USE,
    ),
    "protected-kept": Message(
        severity="note",
        sentence=Words(
            "write-protected, and left as it is; what was built now is {new}",
            "是只读文件，保持原样；这次生成的是 {new}",
        ),
        hint=Words("allow writing it, and build again", "请取消只读，再生成一次"),
        means=_IN_USE,
    ),
    "worker-killed": Message(
        severity="error",
        sentence=Words("a worker process was killed", "一个工作进程被系统结束了"),
        hint=Words("try again with --jobs 1", "请加上 --jobs 1 再试"),
        means=Words(
            "Several outputs are made at once, each by a process of its own. One ended without an "
            "answer: most often the machine had too little memory for all of them.",
            "几个成品由几个进程同时生成，其中一个没有交回结果就结束了，多半是内存不够。",
        ),
        wrong="briefgen build",
        right="briefgen build --jobs 1",
    ),
    "machine-refuses-file": Message(
        severity="error",
        sentence=Words("cannot use {path}: {why}", "无法使用 {path}：{why}"),
        means=_REFUSED,
    ),
    "machine-refuses": Message(
        severity="error",
        sentence=Words("the machine got in the way: {why}", "无法完成操作：{why}"),
        means=_REFUSED,
    ),
    "out-of-memory": Message(
        severity="error",
        sentence=Words("there is not enough memory", "内存不够"),
        hint=Words(
            "close other programs, or try again with --jobs 1",
            "请关闭其他程序，或加上 --jobs 1 再试",
        ),
        means=Words(
            "The machine had no more memory for what was to be made.",
            "生成成品所需的内存超过了这台电脑能给的。",
        ),
    ),
    "nested-too-deep": Message(
        severity="error",
        sentence=Words(
            "something is nested deeper than can be followed", "有内容嵌套得太深，无法处理"
        ),
        means=Words(
            "Outlines, formulas and files are followed to a depth that no sensible one reaches.",
            "提纲、公式和文件的嵌套都有上限，正常内容不会达到。",
        ),
    ),
    "program-fault": Message(
        severity="error",
        sentence=Words(
            "this is a fault of the program, or of a slide kind that was added to it, and not of "
            "the content: {what}",
            "这是程序本身（或外加的页面类型）的错，不是内容的错：{what}",
        ),
        hint=Words(
            "`briefgen --debug …` shows where it arises; send that to whoever maintains the "
            "program",
            "用 `briefgen --debug …` 可以看到出错的位置，请发给程序的维护者",
        ),
        means=Words(
            "Whatever is wrong with the content is told with its place. Anything else that ends a "
            "run is a fault to be reported; no file has been written.",
            "内容有错，都会指明位置。除此之外中断运行的，都是程序的错，请报告；没有写出任何文件。",
        ),
    ),
    "plugin-not-loaded": Message(
        severity="error",
        sentence=Words(
            "the slide kind “{kind}” of {package} cannot be loaded ({why})",
            "{package} 的页面类型“{kind}”无法加载（{why}）",
        ),
        hint=Words("mend or uninstall {package}", "请修复或卸载 {package}"),
        means=_PLUG_IN,
    ),
    "plugin-no-kind": Message(
        severity="error",
        sentence=Words(
            "“{value}” of {package} is not a Kind named “{kind}”",
            "{package} 的“{value}”不是名为“{kind}”的页面类型",
        ),
        hint=Words("mend or uninstall {package}", "请修复或卸载 {package}"),
        means=_PLUG_IN,
    ),
    "plugin-message-name": Message(
        severity="error",
        sentence=Words(
            "the slide kind “{kind}” of {package} brings messages whose codes do not begin with "
            "“{kind}-”: {codes}",
            "{package} 的页面类型“{kind}”自带的消息，代码没有以“{kind}-”开头：{codes}",
        ),
        hint=Words("mend or uninstall {package}", "请修复或卸载 {package}"),
        means=Words(
            "The codes of a slide kind's own messages begin with its name, so that they say where "
            "they are from, and never are those of another.",
            "页面类型自带的消息，代码以类型名称开头，既看得出来自哪里，也不会与别的重名。",
        ),
    ),
    "kind-failed": Message(
        severity="error",
        sentence=Words(
            "the slide kind “{kind}” of {package} cannot make the slide “{slide}” ({why})",
            "{package} 的页面类型“{kind}”做不出页面“{slide}”（{why}）",
        ),
        hint=Words(
            "`briefgen --debug …` shows where it arises; send that to whoever maintains {package}",
            "用 `briefgen --debug …` 可以看到出错的位置，请发给 {package} 的维护者",
        ),
        means=Words(
            "A slide kind is a program that makes pages of a slide. This one was stopped by a "
            "fault of its own, or gave what no page can have: a layout or a placeholder that there "
            "is not, or a message that nobody wrote. The content is not at fault; no file has been "
            "written.",
            "页面类型是把幻灯片做成页面的程序。这一个自身出错而中断，或给出了页面上不可能有的东西："
            "没有的版式或占位符，没有写过的消息。这不是内容的错；没有写出任何文件。",
        ),
    ),
    "plugin-message-taken": Message(
        severity="error",
        sentence=Words(
            "the slide kind “{kind}” of {package} brings messages under codes that are there "
            "already: {codes}",
            "{package} 的页面类型“{kind}”自带的消息用了已有的代码：{codes}",
        ),
        hint=Words(
            "begin its codes with the name of the kind, or uninstall {package}",
            "请让代码以页面类型的名称开头，或卸载 {package}",
        ),
        means=Words(
            "Each code of a problem is one message. A slide kind that brings messages of its own "
            "may not replace those of briefgen or of another package.",
            "一个代码只对应一条消息。页面类型可以自带消息，"
            "但不能顶替 briefgen 或其他软件包的消息。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {
    "no-such-file": Words("there is no such file or folder", "没有这个文件或文件夹"),
    "no-such-file-in-project": Words("there is no such file in the project", "项目里没有这个文件"),
    "larger-than": Words("it is larger than {most} MB", "它超过 {most} MB"),
    "name-not-encoded": Words(
        "the system's encoding of names, {encoding}, has no “{character}”; set LC_ALL=C.UTF-8",
        "系统的文件名编码 {encoding} 没有“{character}”这个字；请设置 LC_ALL=C.UTF-8",
    ),
    "no-permission": Words("there is no permission", "没有权限"),
    "is-a-folder": Words("it is a folder", "它是文件夹"),
    "not-a-folder": Words("a part of the path is not a folder", "路径中有一段不是文件夹"),
    "exists-already": Words("there is a file of that name", "已有同名文件"),
    "disk-full": Words("the disk is full", "磁盘已满"),
    "file-too-long": Words("the file is larger than the system allows", "文件超过了系统允许的大小"),
    "read-only-disk": Words("the disk is read-only", "磁盘是只读的"),
    "name-too-long": Words("the name is too long", "文件名太长"),
    "links-in-a-circle": Words("links lead in a circle", "链接互相指向，绕成了圈"),
    # What a machine says in its own words.
    "as-said": Words("{said}", "原文“{said}”"),
    "too-many-open-files": Words("too many files are open", "打开的文件太多"),
}

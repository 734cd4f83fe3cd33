"""What is wrong with the images that slides name."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_INSIDE = Words(
    "Only files of the project are read, and never through a link out of it: an outline that "
    "somebody sends cannot reach anything else on the machine.",
    "只读项目里的文件，也不跟着链接到项目之外：别人发来的提纲碰不到电脑上的其他文件。",
)
_IMAGE_SIZE = Words(
    "Images are read whole and put into every output. Beyond this size nobody sees a difference, "
    "and files get too large to send.",
    "图片整张读入，并放进每一份成品。再大也看不出差别，只会让文件大得发不出去。",
)
_REDUCE = Words(
    "make it smaller, 3000 × 2000 is ample: “Resize” in Photos of Windows, “Adjust Size” in "
    "Preview of macOS, or magick {file} -resize 3000x3000 small.jpg",
    "请缩小，3000 × 2000 已经足够：用 Windows“照片”的“调整大小”、macOS“预览”的“调整大小”，"
    "或 magick {file} -resize 3000x3000 small.jpg",
)

MESSAGES: Mapping[str, Message] = {
    "image-outside": Message(
        severity="error",
        sentence=Words("{file} lies outside the project", "{file} 在项目之外"),
        hint=Words("copy it into the project", "请把它复制到项目里"),
        means=_INSIDE,
    ),
    "image-missing": Message(
        severity="error",
        sentence=Words("{file} is not there", "没有 {file} 这个文件"),
        hint=Words("put it into {folder}/, or mend its path", "请把它放进 {folder}/，或改正路径"),
        means=Words(
            "Paths of images are relative to the project's folder.",
            "图片的路径从项目文件夹写起。",
        ),
        wrong="image: {file: foto.jpg, alt: 江边的楼}",
        right="image: {file: photo.jpg, alt: 江边的楼}",
    ),
    "image-not-a-file": Message(
        severity="error",
        sentence=Words("{file} is not a file", "{file} 不是文件"),
        hint=Words("name an image file of the project", "请指定项目里的一个图片文件"),
        means=Words(
            "A folder, a pipe or a device cannot be read as an image.",
            "文件夹、管道、设备不能当作图片来读。",
        ),
        wrong="image: {file: photos, alt: 江边的楼}",
        right="image: {file: photos/river.jpg, alt: 江边的楼}",
    ),
    "image-unreadable": Message(
        severity="error",
        sentence=Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        hint=Words("mend its permissions", "请改正它的读取权限"),
        means=Words(
            "The file is there, but the system does not let briefgen read it.",
            "文件存在，但系统不让 briefgen 读取。",
        ),
    ),
    "image-format": Message(
        severity="error",
        sentence=Words("{file} is no image that briefgen reads", "{file} 不是 briefgen 能读的图片"),
        hint=Words("save it as PNG or JPEG", "请另存为 PNG 或 JPEG"),
        means=Words(
            "PNG, JPEG, GIF, WebP, TIFF and BMP are read. EPS runs programs and SVG reaches other "
            "files, so neither is.",
            "可读 PNG、JPEG、GIF、WebP、TIFF、BMP。EPS 会运行程序，SVG 会读别的文件，所以都不读。",
        ),
        wrong="image: {file: drawing.svg, alt: 江边的楼}",
        right="image: {file: drawing.png, alt: 江边的楼}",
    ),
    "image-damaged": Message(
        severity="error",
        sentence=Words("{file} is damaged ({why})", "{file} 已损坏"),
        hint=Words("save it again as PNG or JPEG", "请重新存为 PNG 或 JPEG"),
        means=Words(
            "The file begins as an image does, but cannot be read to its end: most often it was "
            "cut off while it was copied or sent.",
            "文件开头像图片，却读不到底，多半是复制或传送时断了。",
        ),
    ),
    "image-too-large": Message(
        severity="error",
        sentence=Words("{file} has {size} MB", "{file} 有 {size} MB"),
        hint=Words("make it smaller than {most} MB", "请压到 {most} MB 以内"),
        means=_IMAGE_SIZE,
    ),
    "image-too-many-pixels": Message(
        severity="error",
        sentence=Words("{file} has more than {most} million pixels", "{file} 超过 {most}00 万像素"),
        hint=_REDUCE,
        means=Words(
            "Photographs in JPEG may have 200 million pixels, since they are made smaller while "
            "they are decoded; other images 40 million. Nobody sees a difference beyond 10 "
            "million.",
            "JPEG 照片可到 2 亿像素，解码时就缩小；其他图片可到 4000 万像素。"
            "超过 1000 万像素，谁也看不出差别。",
        ),
    ),
    "image-progressive": Message(
        severity="error",
        sentence=Words(
            "{file} is a progressive JPEG of {pixels} million pixels, which is decoded as a whole",
            "{file} 是 {pixels}00 万像素的渐进式 JPEG，只能整张解码",
        ),
        hint=_REDUCE,
        means=Words(
            "A JPEG that is stored line by line is made smaller while it is decoded. A progressive "
            "one comes in layers of the whole picture, and would need more than half a gigabyte.",
            "逐行存储的 JPEG 边解码边缩小；渐进式的按整张分层存储，要占半 GB 以上内存。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {}

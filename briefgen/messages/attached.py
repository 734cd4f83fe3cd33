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
_LOGO = Words(
    "A logo stands on the cover, on every slide and on the printed page, at a place that is free. "
    "A PNG is a picture there; an SVG stays a drawing, sharp at any size, which can be edited in "
    "PowerPoint.",
    "标志放在封面、每页幻灯片和打印页的空处。PNG 是图片；SVG 仍是矢量图，多大都清晰，"
    "在 PowerPoint 里可以编辑。",
)
_SVG = Words(
    "Of SVG are drawn paths, basic shapes, groups, transforms, use, classes and styles, plain "
    "colours, linear and radial gradients, opacity, and clips to a rectangle. Whatever else a file "
    "holds is refused with its line, since a logo with a part missing is no logo.",
    "SVG 可画：路径、基本图形、组、变换、use、类和样式、纯色、线性和径向渐变、不透明度、"
    "矩形裁剪。其他内容一律按行报错：标志缺一块就不是标志了。",
)
_SIMPLER = Words(
    "save the drawing as plain SVG with texts as paths and effects flattened, or as PNG",
    "请存为普通 SVG：文字转路径、效果展开；或存为 PNG",
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
    "logo-format": Message(
        severity="error",
        sentence=Words("{file} is neither PNG nor SVG", "{file} 既不是 PNG，也不是 SVG"),
        hint=Words("save the logo as SVG, or as PNG", "请把标志存为 SVG 或 PNG"),
        means=_LOGO,
        wrong="brief: {logo: photo.jpg}",
        right="brief: {logo: drawing.svg}",
    ),
    "logo-no-room": Message(
        severity="warning",
        sentence=Words(
            "there is no room for the logo {file} on some pages", "有的页面放不下标志 {file}"
        ),
        hint=Words("leave a corner free, or the logo out", "请留出一角，或不放标志"),
        means=_LOGO,
    ),
    "svg-not-drawn": Message(
        severity="error",
        sentence=Words("“{what}” of the SVG file is not drawn", "SVG 文件里的“{what}”画不出来"),
        hint=_SIMPLER,
        means=_SVG,
    ),
    "svg-bad-value": Message(
        severity="error",
        sentence=Words(
            "“{value}” in the SVG file is no value that can stand there",
            "SVG 文件里的“{value}”不是能写在这里的值",
        ),
        hint=_SIMPLER,
        means=_SVG,
    ),
    "svg-damaged": Message(
        severity="error",
        sentence=Words("the SVG file is damaged ({why})", "SVG 文件已损坏（{why}）"),
        hint=Words("save it again", "请重新保存"),
        means=_SVG,
    ),
    "svg-no-svg": Message(
        severity="error",
        sentence=Words(
            "the file begins with <{tag}>, and is no SVG", "文件以 <{tag}> 开头，不是 SVG"
        ),
        hint=Words("save the logo as SVG, or as PNG", "请把标志存为 SVG 或 PNG"),
        means=_SVG,
    ),
    "svg-no-size": Message(
        severity="error",
        sentence=Words(
            "the SVG file has neither a viewBox nor a width and a height",
            "SVG 文件没有 viewBox，也没有宽和高",
        ),
        hint=Words("save it again with a viewBox", "请另存为带 viewBox 的文件"),
        means=_SVG,
    ),
    "svg-empty": Message(
        severity="error",
        sentence=Words("the SVG file draws nothing", "SVG 文件里没有图形"),
        hint=Words("mend the drawing", "请检查图形"),
        means=_SVG,
    ),
    "svg-too-large": Message(
        severity="error",
        sentence=Words(
            "the SVG file has more than {elements} elements or steps, 1 MB, or {depth} elements "
            "within each other",
            "SVG 文件超过 {elements} 个元素或步骤、1 MB 或 {depth} 层嵌套",
        ),
        hint=_SIMPLER,
        means=_SVG,
    ),
    "svg-line-cut": Message(
        severity="error",
        sentence=Words(
            "a line of the SVG file is cut by a clip or by the edge of the drawing",
            "SVG 文件里有线条被裁剪或超出画面边缘",
        ),
        hint=Words(
            "enlarge the viewBox, or turn the line into a path (stroke to path)",
            "请放大 viewBox，或把描边转为路径",
        ),
        means=_SVG,
    ),
    "svg-path-crosses": Message(
        severity="error",
        sentence=Words(
            "a path of the SVG file crosses itself and is filled by the rule nonzero",
            "SVG 文件里有自相交的路径按 nonzero 规则填充",
        ),
        hint=Words(
            "unite its parts in the drawing program, or fill it by evenodd",
            "请在绘图软件里合并（union）各部分，或改用 evenodd",
        ),
        means=_SVG,
    ),
}

PHRASES: Mapping[str, Words] = {}

"""Turn the bytes of a file of no known form into the words that they may be."""

from __future__ import annotations

from collections.abc import Iterator

# Marks by which a text says its encoding (Unicode 16.0, 23.8; GB 18030-2022): UTF-32's begins as
# UTF-16's does.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)


def text_of(data: bytes) -> str | None:
    """A text, by the mark that it begins with, else as UTF-8; None for what is none."""
    mark, codec = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError:
        return None
    # UTF-16 without a mark may be UTF-8 as well, with a null in each Latin letter and line end.
    return None if "\0" in text else text


def readings(data: bytes) -> Iterator[str]:
    """A text; of what is none, all that could be one in it.

    Those are UTF-8 between other bytes, UTF-16 in both orders from either byte on, GB 18030, Big5,
    and the bytes as they are.
    """
    text = text_of(data)
    if text is not None:
        yield text
        return
    for codec in ("latin-1", "utf-8", "gb18030", "big5hkscs"):
        yield data.decode(codec, "ignore")
    for codec in ("utf-16-le", "utf-16-be"):
        yield data.decode(codec, "ignore")
        yield data[1:].decode(codec, "ignore")

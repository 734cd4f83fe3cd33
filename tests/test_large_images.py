"""Images of more pixels or other colours than outputs have: what they become, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from test_pictures import BLUE, RED, near, pixels, save, two_halves

from briefgen.outline.attached import images
from briefgen.outline.attached.images import ImageError, read_image

KINDS = ("JPEG", "PNG", "TIFF", "WEBP")


def turned_profile() -> bytes:
    """A profile in which red is blue and blue is red: that of sRGB with the two tags swapped."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    entries = {
        bytes(profile[at : at + 4]): at
        for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    places = profile[red + 4 : red + 12], profile[blue + 4 : blue + 12]
    profile[blue + 4 : blue + 12], profile[red + 4 : red + 12] = places
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "Tvrn".encode("utf-16-be"))


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_those_that_the_profile_means(tmp_path: Path, kind: str) -> None:
    save(tmp_path, "a", two_halves(60, 40), format=kind, icc_profile=turned_profile(), quality=95)
    got = pixels(read_image(tmp_path, "a").data)
    assert near(got.getpixel((10, 20)), BLUE)
    assert near(got.getpixel((50, 20)), RED)
    assert "icc_profile" not in got.info


def test_transparent_and_indexed_colours_are_converted_too(tmp_path: Path) -> None:
    clear = two_halves(60, 40).convert("RGBA")
    clear.putpixel((0, 0), (*RED, 0))
    save(tmp_path, "clear.png", clear, icc_profile=turned_profile())
    got = pixels(read_image(tmp_path, "clear.png").data)
    assert near(got.getpixel((10, 20)), (*BLUE, 255))
    assert got.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]
    few = two_halves(60, 40).quantize(8)
    save(tmp_path, "few.png", few, icc_profile=turned_profile())
    assert near(pixels(read_image(tmp_path, "few.png").data).getpixel((10, 20)), BLUE)


@pytest.mark.parametrize("profile", [srgb_profile(), b"no profile", srgb_profile()[:200]])
def test_a_profile_of_srgb_or_one_that_is_none_changes_nothing(
    tmp_path: Path, profile: bytes
) -> None:
    save(tmp_path, "a.png", two_halves(60, 40), icc_profile=profile)
    got = pixels(read_image(tmp_path, "a.png").data)
    assert got.getpixel((10, 20)) == RED
    assert "icc_profile" not in got.info


def test_a_profile_of_another_kind_of_image_changes_nothing(tmp_path: Path) -> None:
    save(tmp_path, "a.jpg", two_halves(60, 40).convert("CMYK"), icc_profile=turned_profile())
    assert near(pixels(read_image(tmp_path, "a.jpg").data).getpixel((10, 20)), RED, 60)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "GIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1"])
def test_what_has_more_pixels_than_are_enough_is_made_smaller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, mode: str
) -> None:
    monkeypatch.setattr(images, "_ENOUGH", 1_000)
    monkeypatch.setattr(images, "_STRIP", 4)
    picture = two_halves(101, 67).convert(mode)
    save(tmp_path, "a", picture, format=kind)
    checked = read_image(tmp_path, "a")
    assert (checked.width, checked.height) == (34, 23)
    got = pixels(checked.data).convert("RGB")
    whole = two_halves(101, 67).convert("L" if mode in ("1", "L") else "RGB").convert("RGB")
    for at in ((3, 3), (30, 3), (3, 21), (30, 21)):
        wanted = whole.getpixel((at[0] * 3 + 1, at[1] * 3 + 1))
        assert isinstance(wanted, tuple)
        # Of dots in black and white a grey is left that is not far from the one that was meant.
        assert near(got.getpixel(at), wanted, 60 if mode == "1" else 12)


def test_a_large_photograph_is_decoded_smaller_and_upright(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 100_000)
    monkeypatch.setattr(images, "_ENOUGH", 60_000)
    exif = Image.Exif()
    exif[0x0112] = 6
    save(tmp_path, "a.jpg", two_halves(800, 400), exif=exif, quality=95)
    checked = read_image(tmp_path, "a.jpg")
    assert (checked.width, checked.height) == (100, 200)
    got = pixels(checked.data)
    assert near(got.getpixel((50, 20)), RED)
    assert near(got.getpixel((50, 180)), BLUE)


def test_more_pixels_are_refused_with_how_to_reduce_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, "bomb.png", Image.new("1", (7_000, 6_000)))
    with pytest.raises(ImageError, match="image-too-many-pixels") as caught:
        read_image(tmp_path, "bomb.png")
    assert caught.value.parts["most"] == 40
    monkeypatch.setattr(images, "MAX_PIXELS_JPEG", 2_000_000)
    save(tmp_path, "a.jpg", Image.new("L", (2_000, 1_001)))
    with pytest.raises(ImageError, match="image-too-many-pixels") as caught:
        read_image(tmp_path, "a.jpg")
    assert caught.value.parts["most"] == 2


def test_a_progressive_photograph_that_is_held_whole_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "_MOST_HELD", 800 * 400 * 2 * 2)
    half, full = ({"subsampling": each, "progressive": True} for each in (2, 0))
    save(tmp_path, "half.jpg", two_halves(800, 400), **half)
    assert read_image(tmp_path, "half.jpg").width == 800
    save(tmp_path, "full.jpg", two_halves(800, 400), **full)
    with pytest.raises(ImageError, match="image-progressive"):
        read_image(tmp_path, "full.jpg")


MEASURE = """
import sys, time
from pathlib import Path
from briefgen.outline.attached.images import read_image
read_image(Path(sys.argv[1]).parent, Path(sys.argv[1]).name)
(most,) = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(int(most) / 1024, time.process_time())
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux tells it")
@pytest.mark.parametrize("name", ["photo.jpg", "layers.jpg", "ink.jpg", "clear.png", "few.png"])
def test_the_largest_images_take_under_half_a_gigabyte_and_five_seconds(
    tmp_path: Path, name: str
) -> None:
    noise = Image.effect_noise((512, 512), 50)
    tile = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    size = {"photo.jpg": (16_000, 12_480), "layers.jpg": (9_984, 9_984)}.get(name, (7_680, 5_120))
    mode = {"ink.jpg": "CMYK", "clear.png": "RGBA"}.get(name, "RGB")
    picture = Image.new(mode, size)
    if name.endswith(".jpg"):
        tile = tile.convert(mode)
        for x in range(0, size[0], 512):
            for y in range(0, size[1], 512):
                picture.paste(tile, (x, y))
    else:
        slope = Image.linear_gradient("L").resize(size)
        picture = Image.merge(mode, [slope] * len(mode))
    if name == "few.png":
        picture = picture.quantize(64)
    options: dict[str, object] = {"progressive": True} if name == "layers.jpg" else {}
    picture.save(tmp_path / name, quality=50, compress_level=1, **options)
    made = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / name)], capture_output=True, check=True
    )
    megabytes, seconds = map(float, made.stdout.split())
    assert megabytes < 500
    assert seconds < 5

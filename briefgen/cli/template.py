"""Turn `template` into what an organisation's template is good for, and what to click in it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import JSON, OVERWRITE, out_option
from briefgen.cli.say import CONTENT, print_files, print_json, tongue
from briefgen.messages import phrases
from briefgen.problems import Problems, plain


@briefgen.command("template")
@click.argument("file", type=click.Path(path_type=Path))
@out_option("PNG", "Write a picture of the layouts and of the room on each to this file.")
@click.option(
    "--lock",
    is_flag=True,
    help="Write the choice of layouts to template.lock.yaml beside it, to be changed there.",
)
@OVERWRITE
@JSON
def template_command(
    file: Path, out: Path | None, lock: bool, overwrite: bool, as_json: bool
) -> None:
    """Say how well a .pptx or .potx serves as a template, and what to change in it.

    Exits 1 where it cannot be used.
    """
    from briefgen.machine.guard import put
    from briefgen.template.doctor import diagnose
    from briefgen.template.doctor_text import as_dict, as_text, finding
    from briefgen.template.read import open_template

    spoken, problems = tongue(), Problems()
    template = open_template(file, problems)
    if template is None:
        if as_json:
            found = [finding(each, spoken) for each in problems]
            print_json({"file": file.name, "verdict": "refuse", "findings": found})
        else:
            click.echo(phrases()["doctor-refused"].told(spoken, {"file": plain(file.name)}))
            for each in problems:
                click.echo(f"  {plain(each.line(spoken))}")
        sys.exit(CONTENT)
    report = diagnose(template, problems)
    if as_json:
        print_json(as_dict(report, spoken))
    else:
        for line in as_text(report, spoken).split("\n"):
            click.echo(plain(line))
    if out is not None:
        from briefgen.template.doctor_picture import as_png

        print_files(put({out: as_png(report, spoken)}, root=Path(), overwrite=overwrite))
    if lock:
        _write_lock(file, report.template)


def _write_lock(file: Path, template: object) -> None:
    """Write the choices beside the template; what somebody chose is among them."""
    from briefgen.machine.files import write_all
    from briefgen.template.lock import beside, written
    from briefgen.template.read import Template

    assert isinstance(template, Template)
    path = beside(file)
    before = path.read_bytes() if path.is_file() else b""
    barred = template.lock is not None and not template.lock.samples
    sampled = not barred if barred or template.worn else None
    logo = template.lock.logo if template.lock else ""
    made = written(file, template.data, template.held, template.cast, logo, before, sampled=sampled)
    write_all({path: made})
    click.echo(phrases()["lock-written"].told(tongue(), {"path": str(path)}), err=True)

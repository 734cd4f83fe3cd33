"""Each line of the threat model is held by tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SECURITY = TESTS.parent / ".github" / "SECURITY.md"
# By what is given: the files whose tests hold the line, and in each the beginning of one of them.
HELD = {
    "outline, included files": (
        ("test_read", "test_"),
        ("test_limits", "test_a_source_that_is_too_long"),
        ("test_markdown_outline", "test_any_signs_are_read_or_told"),
        ("test_markdown_outline", "test_long_runs_of_a_sign_are_read_in_time"),
    ),
    "CSV, XLSX": (
        ("test_workbooks", "test_"),
        ("test_data", "test_what_a_spreadsheet_writes_is_read_as_it_was"),
    ),
    "a table to `merge`": (
        ("test_merge", "test_a_cell_that_is_no_name_of_a_file_is_told"),
        ("test_merge", "test_a_cell_is_words_and_never_a_mark_or_a_placeholder"),
        ("test_merge", "test_a_view_of_a_hostile_database_ends_and_is_told"),
        ("test_merge", "test_a_bad_row_is_listed_with_its_line_and_stops_no_other"),
        ("test_windows", "test_rows_whose_files_would_have_one_name_are_told"),
    ),
    "pictures, logos": (("test_pictures", "test_"), ("test_large_images", "test_")),
    "sources": (("test_limits", "test_sources_and_figures_in_one_endless_sentence"),),
    "a template": (
        ("test_template_files", "test_a_hostile_file_is_refused_in_plain_words"),
        ("test_template_files", "test_what_may_not_travel_stays_behind"),
        ("test_template_files", "test_a_link_that_runs_something_or_leads_nowhere_goes"),
    ),
    "a draft": (("test_drafting_hostile", "test_it_ends_in_a_line_within_five_seconds"),),
    "history, configuration": (
        ("test_diff", "test_the_repository_is_only_read"),
        ("test_revision", "test_"),
        ("test_diff", "test_a_link_in_a_revision_is_not_followed"),
    ),
    "`out`, `audiences`, `themes` as links": (("test_around", "test_"), ("test_files", "test_")),
    "requests to the preview": (
        ("test_preview_guarded", "test_without_the_token_there_is_nothing"),
        ("test_preview_guarded", "test_other_pages_get_nothing"),
        ("test_preview_guarded", "test_only_this_machine_is_listened_to"),
        ("test_preview_guarded", "test_no_path_leads_out_of_the_table"),
        ("test_preview_guarded", "test_every_answer_forbids_scripts_of_others"),
    ),
    "the journal of a `merge`": (
        ("test_merge", "test_a_damaged_journal_is_begun_anew"),
        ("test_guard", "test_without_a_sound_record_edits_are_kept"),
        ("test_guard", "test_a_file_of_unknown_origin_is_never_destroyed"),
    ),
    "calls of the tools": (
        ("test_tools", "test_nothing_outside_of_the_folder_is_touched"),
        ("test_tools", "test_what_cannot_be_done_is_told_as_a_finding"),
    ),
    "a file of translations": (
        ("test_translate", "test_the_outline_stays_as_it_was_around_the_texts"),
        ("test_translate", "test_a_translation_names_the_same_figures"),
        ("test_translate", "test_a_damaged_list_stays_and_is_told"),
    ),
    "decks, pages, pictures": (
        ("test_leaks", "test_nothing_is_written_where_something_leaks"),
        ("test_leaks", "test_a_leak_in_a_deck_is_found"),
    ),
    "a full disk": (
        ("test_faults", "test_a_disk_that_is_full_at_any_byte_harms_nothing"),
        ("test_faults", "test_with_few_open_files_it_works_or_says_so"),
        ("test_faults", "test_with_little_memory_it_works_or_says_so"),
        ("test_faults", "test_two_builders_that_are_killed_leave_whole_files"),
    ),
}


def given() -> list[str]:
    """What is given, of each line of the table."""
    lines = re.findall(
        r"^\| (?!who gives|---)([^|]+) \| ([^|]+) \|", SECURITY.read_text("utf-8"), re.M
    )
    return [what.strip() for _, what in lines]


@pytest.mark.slow
@pytest.mark.parametrize("what", given())
def test_each_line_of_the_threat_model_is_held_by_tests(what: str) -> None:
    (named,) = [tests for begins, tests in HELD.items() if what.startswith(begins)]
    for file, beginning in named:
        tree = ast.parse((TESTS / f"{file}.py").read_text("utf-8"))
        names = [each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
        assert any(name.startswith(beginning) for name in names), (file, beginning)


def test_no_line_of_the_threat_model_is_gone() -> None:
    assert all(any(what.startswith(begins) for what in given()) for begins in HELD)

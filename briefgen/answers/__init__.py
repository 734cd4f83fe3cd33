"""Turn a project's content into answers: where a number is from, what changed, who sees what."""

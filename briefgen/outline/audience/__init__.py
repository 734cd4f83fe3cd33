"""Turn an outline and an audience's file into what that audience sees."""

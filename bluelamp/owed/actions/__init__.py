"""The only writers of promises."""

"""How the documentation is built."""

project = "Bluelamp"
project_copyright = "2026, The Bluelamp founders"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Bluelamp"
html_show_sphinx = False
myst_heading_anchors = 3

"""The look and the words: layouts, components, form fields, and how dates and times are written."""

"""Static files under names that carry their hash, so that a browser keeps them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Scripts are ES modules that import each other by relative name: those names are hashed too."""

    manifest_strict = False
    support_js_module_import_aggregation = True

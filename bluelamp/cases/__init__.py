"""Case files: who may charge, time limits and the first hearing."""

"""The measurements of `bluelamp bench`, one file each, on a scratch database and a real server process tree."""

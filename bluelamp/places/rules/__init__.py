"""Pure law and judgement about places: reading a borough, points on the ground, drive times."""

"""Twin: a borough at work on recorded crime and documented assumptions, through the same actions as everyone."""

"""The only way out: email, text and letter; refuses a channel or words that are not safe."""

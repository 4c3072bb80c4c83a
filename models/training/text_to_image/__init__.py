"""Text to image: tokenizer, text encoder, UNet, their training and sampling."""

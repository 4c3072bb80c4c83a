"""The autoencoder: 128-pixel pictures to 16 x 16 latents of 4 channels and back."""

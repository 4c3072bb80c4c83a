"""Training of the models in the box: world, autoencoder, text to image, export, evaluation."""

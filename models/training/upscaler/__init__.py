"""The upscaler: pictures four times larger, sharp on drawn art."""

"""Export of the trained networks to a model folder of ONNX files."""

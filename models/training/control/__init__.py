"""One control network for lines, scribbles, segments, depth, poses, faces and hands."""

/** Where a joint is, as shares of the picture's width and height. */
export type Pose = Record<Joint, [x: number, y: number]>;
export type Joint = (typeof JOINTS)[number];

export const JOINTS = [
  'nose',
  'neck',
  'right shoulder',
  'left shoulder',
  'right elbow',
  'left elbow',
  'right wrist',
  'left wrist',
  'right hip',
  'left hip',
  'right knee',
  'left knee',
  'right ankle',
  'left ankle',
] as const;

/** In the order of `BONES` in models/training/world/conditions.py, which the control net is trained on. */
const BONES: [Joint, Joint][] = [
  ['nose', 'neck'],
  ['neck', 'right shoulder'],
  ['neck', 'left shoulder'],
  ['right shoulder', 'right elbow'],
  ['left shoulder', 'left elbow'],
  ['right elbow', 'right wrist'],
  ['left elbow', 'left wrist'],
  ['neck', 'right hip'],
  ['neck', 'left hip'],
  ['right hip', 'right knee'],
  ['left hip', 'left knee'],
  ['right knee', 'right ankle'],
  ['left knee', 'left ankle'],
];

const STANDING: Pose = {
  nose: [0.5, 0.18],
  neck: [0.5, 0.3],
  'right shoulder': [0.42, 0.32],
  'left shoulder': [0.58, 0.32],
  'right elbow': [0.37, 0.45],
  'left elbow': [0.63, 0.45],
  'right wrist': [0.35, 0.58],
  'left wrist': [0.65, 0.58],
  'right hip': [0.45, 0.58],
  'left hip': [0.55, 0.58],
  'right knee': [0.44, 0.75],
  'left knee': [0.56, 0.75],
  'right ankle': [0.44, 0.93],
  'left ankle': [0.56, 0.93],
};

/** Poses to begin with; what they do not name stands. */
export const POSES: Record<string, Pose> = {
  Standing: STANDING,
  Waving: { ...STANDING, 'left elbow': [0.7, 0.28], 'left wrist': [0.72, 0.12] },
  'Arms up': {
    ...STANDING,
    'right elbow': [0.34, 0.22],
    'right wrist': [0.32, 0.08],
    'left elbow': [0.66, 0.22],
    'left wrist': [0.68, 0.08],
  },
  Walking: {
    ...STANDING,
    'right elbow': [0.36, 0.44],
    'right wrist': [0.44, 0.54],
    'left elbow': [0.62, 0.46],
    'left wrist': [0.7, 0.54],
    'right knee': [0.38, 0.74],
    'right ankle': [0.3, 0.9],
    'left knee': [0.6, 0.74],
    'left ankle': [0.66, 0.92],
  },
  Sitting: {
    ...STANDING,
    'right knee': [0.36, 0.66],
    'left knee': [0.64, 0.66],
    'right ankle': [0.36, 0.88],
    'left ankle': [0.64, 0.88],
  },
};

/** A hue for each bone, white joints, black around: as the control net has seen them. */
export function boneColour(index: number): string {
  return `hsl(${Math.round((360 * index) / BONES.length)} 100% 50%)`;
}

/** The bones of a pose with their ends. */
export function listBones(pose: Pose) {
  return BONES.map(([from, to], index) => ({
    from: pose[from],
    to: pose[to],
    colour: boneColour(index),
  }));
}

/** Draws a pose over the whole canvas, with lines two pixels wide on a picture of 128. */
export function drawPose(pen: CanvasRenderingContext2D, pose: Pose): void {
  const { width, height } = pen.canvas;
  const scale = Math.max(width, height) / 128;
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, width, height);
  pen.lineWidth = 2 * scale;
  for (const { from, to, colour } of listBones(pose)) {
    pen.strokeStyle = colour;
    pen.beginPath();
    pen.moveTo(from[0] * width, from[1] * height);
    pen.lineTo(to[0] * width, to[1] * height);
    pen.stroke();
  }
  pen.fillStyle = '#fff';
  for (const [x, y] of Object.values(pose)) {
    pen.beginPath();
    pen.arc(x * width, y * height, 1.5 * scale, 0, 7);
    pen.fill();
  }
}

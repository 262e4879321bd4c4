import type { Mask } from '../masks/mask.ts';
import type { Frame } from './frame.ts';

/** What is known of a source before its first frame. */
export interface SourceInfo {
  /** What the user typed: a path, a URL, `camera:0`, `world:7`, `-`. */
  readonly path: string;
  readonly kind: 'image' | 'video' | 'folder' | 'live' | 'stdin' | 'world';
  /** Pixels, after rotation and EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** Mean frames a second, null where unknown or for a picture. */
  readonly fps: number | null;
  /** Number of frames where known beforehand. */
  readonly frames: number | null;
}

/** Frames one after another. Leaving the loop, or `close()`, frees decoder and files. */
export interface FrameSource extends AsyncIterable<Frame> {
  readonly info: SourceInfo;
  /** Frames thrown away because the reader fell behind (live sources only; 0 elsewhere). */
  readonly dropped: number;
  close(): Promise<void>;
}

/** One object of a frame's answer, as a sink needs it. */
export interface FrameObjectMask {
  /** Track id: stays with the thing over the whole stream. */
  readonly id: number;
  readonly mask: Mask;
  readonly score: number;
  readonly label?: string;
}

/** Takes answers frame by frame: a folder of PNGs, an overlay video, JSON lines. */
export interface FrameSink {
  /** The frame is lent for the call only. */
  write(frame: Frame, objects: readonly FrameObjectMask[]): Promise<void>;
  /** Finishes the files. What was written before an error or abort stays readable. */
  close(): Promise<void>;
}

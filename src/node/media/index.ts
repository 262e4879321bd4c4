export { listFrames, openFolder } from './folder-source.ts';
export { decodeImage, imageSize, type RgbImage } from './image-file.ts';
export { openImage } from './image-source.ts';
export {
  decodeIndexedPng,
  encodeIndexedPng,
  type LabelImage,
  readIndexedPng,
  writeIndexedPng,
} from './indexed-png.ts';
export { jsonlSink } from './jsonl-sink.ts';
export { openCamera, openStream } from './live-source.ts';
export { writeMaskPicture } from './mask-picture.ts';
export { frameFileName, type MaskPngSink, maskPngSink } from './mask-png-sink.ts';
export { naturalOrder } from './natural-order.ts';
export { openSource } from './open-source.ts';
export { overlayImageSink } from './overlay-image-sink.ts';
export { type OverlayVideoOptions, overlayVideoSink } from './overlay-video-sink.ts';
export { openPictures } from './picture-list.ts';
export { isFile, readWholeFile } from './regular-file.ts';
export { encodeJpeg } from './rgb-jpeg.ts';
export { type MediaFormat, sniffMedia } from './sniff-media.ts';
export type { OpenSourceOptions, SchemeOpener } from './source-options.ts';
export { openStdin } from './stdin-source.ts';
export { VideoEncoder, type VideoEncoderOptions } from './video-encoder.ts';
export { openVideo } from './video-source.ts';

/** Families and types of files that are kept; programs and pages that a browser would run are none of them. */
const KEPT =
  /^(application\/(pdf|json|xml|zip|msword|rtf|bpmn\+xml|vnd\.(ms-(excel|powerpoint|word)|openxmlformats-officedocument|oasis\.opendocument)[\w.-]*)|text\/(plain|csv|markdown|xml)|image\/(png|jpeg|gif|webp|tiff|bmp)|(audio|video)\/[\w.+-]+)$/;

/** How the content of some types begins. */
const BEGINNINGS: readonly [type: RegExp, bytes: readonly number[]][] = [
  [/^application\/pdf$/, [0x25, 0x50, 0x44, 0x46]],
  [/^image\/png$/, [0x89, 0x50, 0x4e, 0x47]],
  [/^image\/jpeg$/, [0xff, 0xd8, 0xff]],
  [/^image\/gif$/, [0x47, 0x49, 0x46]],
  [/^application\/(zip|vnd\.(openxmlformats|oasis).*)$/, [0x50, 0x4b]],
];

/** Whether files of a type are kept. */
export const isKept = (mediaType: string): boolean => KEPT.test(mediaType);

/** Whether a content begins as its type says; true for types that have no common beginning. */
export function beginsAs(mediaType: string, content: Buffer): boolean {
  const wanted = BEGINNINGS.find(([type]) => type.test(mediaType))?.[1];
  return !wanted || wanted.every((byte, index) => content[index] === byte);
}

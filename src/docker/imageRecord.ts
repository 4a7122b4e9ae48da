import type { ImageSummary } from '../core/port.ts';

/** An image in `GET /images/json`. */
export interface ImageRecord {
  Id: string;
  RepoTags?: string[] | null;
  Size?: number;
}

export function toImageSummary(record: ImageRecord): ImageSummary {
  const tags = (record.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>');
  return { id: record.Id, tags, size: record.Size ?? 0 };
}

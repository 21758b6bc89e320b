import type { Page, SortKey } from '../contract/checks.js';
import { type PlainGroup } from './aggregate.js';
import { cursorOf } from './place.js';

/** A page of entities, and whether the list goes on beyond it in the direction of paging. */
export interface LoadedPage {
  rows: readonly object[];
  more: boolean;
}

/** Reads parts of a list, each when asked for. */
export interface ListSource {
  page(): Promise<LoadedPage>;
  count(): Promise<number>;
  groups(groupBy: unknown): Promise<PlainGroup[]>;
}

/** A list in the form of Relay Cursor Connections; graphql-js calls its members as fields. */
export class PlainConnection {
  constructor(
    private readonly source: ListSource,
    private readonly list: { page: Page; keys: readonly SortKey[]; after: unknown; before: unknown },
  ) {}

  async nodes(): Promise<readonly object[]> {
    return (await this.source.page()).rows;
  }

  async edges(): Promise<PlainEdge[]> {
    return (await this.nodes()).map((node) => new PlainEdge(node, this.list.keys));
  }

  async pageInfo(): Promise<PlainPageInfo> {
    const { rows, more } = await this.source.page();
    const { page, keys, after, before } = this.list;
    const info = new PlainPageInfo();
    info.hasNextPage = page.backward ? before != null : more;
    info.hasPreviousPage = page.backward ? more : after != null;
    info.startCursor = rows.length ? cursorOf(rows[0]!, keys) : null;
    info.endCursor = rows.length ? cursorOf(rows.at(-1)!, keys) : null;
    return info;
  }

  totalCount(): Promise<number> {
    return this.source.count();
  }

  aggregate({ groupBy }: { groupBy?: unknown }): Promise<PlainGroup[]> {
    return this.source.groups(groupBy);
  }
}

class PlainEdge {
  constructor(
    readonly node: object,
    private readonly keys: readonly SortKey[],
  ) {}

  cursor(): string {
    return cursorOf(this.node, this.keys);
  }
}

class PlainPageInfo {
  hasNextPage!: boolean;
  hasPreviousPage!: boolean;
  startCursor!: string | null;
  endCursor!: string | null;
}

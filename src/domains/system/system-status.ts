import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The database as it is now (SYS-58).' })
export class DatabaseStatus {
  @Field(() => String, { description: 'Version of PostgreSQL.' })
  version!: string;

  @Field(() => String, { description: 'Name of the last migration that was run.' })
  migration!: string;

  @Field(() => Int, { description: 'Size of the database in mebibytes, rounded.' })
  megabytes!: number;

  @Field(() => Int, { description: 'Connections to the server, of whatever program.' })
  connections!: number;

  @Field(() => Int, { description: 'Connections that the server admits.' })
  maxConnections!: number;

  @Field(() => Int, { description: 'Seconds for which the oldest transaction has run; 0 when none runs.' })
  longestTransactionSeconds!: number;
}

@ObjectType({ description: 'The queue of background jobs as it is now (SYS-58).' })
export class JobQueueStatus {
  @Field(() => Int, { description: 'Jobs that a worker could take now.' })
  due!: number;

  @Field(() => Int, { description: 'Seconds for which the oldest of them has been due; 0 when none is.' })
  oldestDueSeconds!: number;

  @Field(() => Int, { description: 'Jobs that a worker has.' })
  running!: number;

  @Field(() => Int, { description: 'Jobs that wait for their time.' })
  planned!: number;

  @Field(() => Int, { description: 'Jobs that have failed for good.' })
  failed!: number;
}

@ObjectType({ description: 'The log of events as it is now (SYS-58).' })
export class EventLogStatus {
  @Field(() => Int, {
    description: 'Committed events that are not handed to subscribers yet; 1000 for that many and more.',
  })
  waiting!: number;

  @Field(() => Int, { description: 'Seconds for which the oldest of them has waited; 0 when none does.' })
  oldestWaitingSeconds!: number;
}

@ObjectType({ description: 'The server process that answers (SYS-58).' })
export class ServerStatus {
  @Field(() => String, { description: 'Version of Node.' })
  node!: string;

  @Field(() => Int, { description: 'Seconds since it was started.' })
  uptimeSeconds!: number;

  @Field(() => Int, { description: 'Memory that it holds, in mebibytes, rounded.' })
  megabytes!: number;
}

@ObjectType({ description: 'How the system does, for those who run it (系统监控, SYS-58).' })
export class SystemStatus {
  @Field(() => DatabaseStatus, { description: 'The database.' })
  database!: DatabaseStatus;

  @Field(() => JobQueueStatus, { description: 'Background jobs.' })
  jobs!: JobQueueStatus;

  @Field(() => EventLogStatus, { description: 'Events on their way to subscribers.' })
  events!: EventLogStatus;

  @Field(() => ServerStatus, { description: 'The server that answers; of several each tells of itself.' })
  server!: ServerStatus;
}

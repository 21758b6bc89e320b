import pg from 'pg';

/** Keys drawn from what the caller sees, so that no operation asks for the same row all the time. */
export interface Sample {
  /** Codes of customers, in no order. */
  codes: readonly string[];
  /** Parts of names, three characters each. */
  nameParts: readonly string[];
  /** Numbers under which products are reached. */
  accessNumbers: readonly string[];
  /** States that many orders are in, with moments before which such orders were entered, RFC 3339. */
  orderStates: readonly { status: string; before: string }[];
}

/** Draws the keys; the same ones each time for the same data. */
export async function drawSample(url: string, regionIds: readonly string[]): Promise<Sample> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const column = async (text: string): Promise<string[]> => {
    const { rows } = await client.query<{ value: string }>(text, [regionIds]);
    return rows.map((row) => row.value);
  };
  try {
    return {
      codes: await column(
        `select code as value from customer where region_id = any($1::uuid[]) order by md5(code) limit 4000`,
      ),
      nameParts: await column(
        `select distinct left(name, 3) as value from (select name from customer where region_id = any($1::uuid[]) and length(name) >= 3 order by md5(code) limit 500) c`,
      ),
      accessNumbers: await column(
        `select access_number as value from product_instance where region_id = any($1::uuid[]) and access_number is not null order by md5(id::text) limit 2000`,
      ),
      orderStates: (
        await client.query<{ status: string; before: string }>(
          `select status, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as before
           from (select status, unnest(percentile_disc(array(select g / 60.0 from generate_series(10, 60) g)) within group (order by entered_at)) as moment
                 from customer_order where region_id = any($1::uuid[]) group by status having count(*) >= 200 order by count(*) desc limit 3 * 51) moments`,
          [regionIds],
        )
      ).rows,
    };
  } finally {
    await client.end();
  }
}

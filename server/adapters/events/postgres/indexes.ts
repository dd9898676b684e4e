/** PostgreSQL finds by index what DuckDB skips by the least and greatest values of its row groups. */
const first: Record<string, string> = {
  events_of_app: 'events (app, happened)',
  events_arrived: 'events (arrival)',
  events_of_device: 'events (app, device)',
  batch_names: 'batches (name_a)',
  batches_arrived: 'batches (arrival)',
  links_of_device: 'links (app, device)',
  links_arrived: 'links (arrival)',
  paths_of_app: 'paths (app, path)',
  sessions_of_person: 'sessions (app, person, start)',
  sessions_begun: 'sessions (app, start)',
  person_days_of_person: 'person_days (app, person, day)',
  person_days_of_day: 'person_days (app, day)',
  page_days_of_person: 'page_days (app, person, page, day)',
  page_days_of_day: 'page_days (app, day)',
  curve_buckets: 'curves (app, length, bucket)',
  page_curve_buckets: 'page_curves (app, length, bucket)',
  counts_of_day: 'day_counts (app, day)',
  pages_of_day: 'day_pages (app, day)',
  gaps_of_day: 'day_gaps (app, page, day)',
  returns_of_day: 'day_returns (app, day)',
  scenes_of_day: 'day_scenes (app, day)',
  buckets_of_day: 'day_buckets (app, day)',
}

const second: Record<string, string> = {
  starts_of_person: 'starts (app, person, last)',
  starts_begun: 'starts (app, start)',
  firsts_of_day: 'day_firsts (app, bucket)',
  sharers_of_day: 'day_sharers (app, day)',
  presence_of_person: 'presence (app, page, person, minute)',
}

/** Of each version of the store. */
export const indexes = [first, second].map(columns =>
  Object.entries(columns).map(([name, on]) => `create index ${name} on ${on}`),
)

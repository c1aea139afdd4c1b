-- Whether the dataset holds other bytes under a path.
select exists (
  select from import_run r join bundle_file f on f.dataset_id = r.dataset_id and f.path = $path
  where f.sha256 <> decode($sha256, 'hex')
) as differs

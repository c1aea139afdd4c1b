-- As an array, so that what has the words is looked at and not everything in the order asked for.
e.id = any (array(select word.event_id from words word where word.dataset_id = d.id))

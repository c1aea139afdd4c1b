-- Of a class of spans what may reach into the window.
span_class(e.sort_day, e.sort_last, e.start_earliest) = /* class */
and /* day */ between $span_first::integer and $span_last::integer

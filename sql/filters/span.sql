-- Of a class of spans what may reach into the window. What ended before it ($reached: the window's first day) is left out
-- by the index alone.
span_class(e.sort_day, e.sort_last, e.start_earliest) = /* class */
and /* day */ between $span_first::integer and $span_last::integer
and e.sort_last >= $reached::integer

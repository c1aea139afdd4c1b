#include "lists/list_row.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"
#include "lists/row_reading.hpp"

namespace annals::lists {

ListRowReader::ListRowReader(std::string dataset, Mapping mapping, std::vector<std::string> columns)
    : dataset_(std::move(dataset)),
      columns_(std::move(columns), mapping),
      mapping_(std::move(mapping)),
      style_{mapping_.date_order, mapping_.two_digit_years_from},
      by_name_(columns_.size()),
      is_elsewhere_(columns_.size()) {
  bind(mapping_, columns_);
  if (column_of(mapping_.key) < 0)
    throw Error(
        Problem::required, "the list has no column for the key of its events; is it of another profile?",
        {Fault{"key", Problem::required, "no column of the list is the key of its events", {}, 1, ""}});
  std::iota(by_name_.begin(), by_name_.end(), 0U);
  auto const& names = columns_.names();
  std::sort(by_name_.begin(), by_name_.end(), [&](auto a, auto b) { return names[a] < names[b]; });
  for (auto const* term :
       {&mapping_.key, &mapping_.event_title, &mapping_.description, &mapping_.note, &mapping_.date.edtf,
        &mapping_.type, &mapping_.status, &mapping_.visibility, &mapping_.tags, &mapping_.place_key,
        &mapping_.participant_list, &mapping_.quantity_list, &mapping_.attributes}) {
    auto const at = column_of(*term);
    if (is_plain(*term) && term->form == TermForm::as_is && at < static_cast<int>(columns_.size()))
      is_elsewhere_[static_cast<std::size_t>(at)] = true;
  }
}

ListRow ListRowReader::read(std::vector<std::string>& cells, int line) {
  auto const given = cells.size();
  for (auto& cell : cells) {
    if (cell.find('\r') != std::string::npos) cell = normalise_newlines(cell);
  }
  cells.resize(columns_.size() + std::size(split_columns) + mapping_.computed.size());
  for (std::size_t i = 0; i < mapping_.computed.size(); ++i)
    cells[columns_.size() + std::size(split_columns) + i] = evaluate(mapping_.computed[i].second, cells).text;
  auto row =
      RowReading({dataset_, columns_, mapping_, style_, by_name_, is_elsewhere_, memo_}, cells, line).read();
  cells.resize(given);
  return row;
}

void ListRowReader::keep_no(std::span<std::string_view const> names) {
  for (auto const name : names) {
    if (auto const at = columns_.find(name); at >= 0) is_elsewhere_[static_cast<std::size_t>(at)] = true;
  }
}

bool ListRowReader::is_skipped(std::vector<std::string> const& cells) const {
  if (mapping_.skip_where.empty()) return false;
  auto const at = columns_.find(mapping_.skip_where);
  return at >= 0 && static_cast<std::size_t>(at) < cells.size() &&
         cells[static_cast<std::size_t>(at)].starts_with(mapping_.skip_starts);
}

}  // namespace annals::lists

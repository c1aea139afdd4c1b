#include "http/handlers/imports.hpp"

#include "base/text.hpp"
#include "db/batch_store.hpp"
#include "http/handlers/answers.hpp"
#include "http/handlers/import_answers.hpp"
#include "http/handlers/writes.hpp"
#include "http/idempotency.hpp"
#include "http/paging.hpp"
#include "http/upload.hpp"
#include "service/import_formats.hpp"
#include "service/undo_import.hpp"

namespace annals::http {
namespace {

constexpr int faults_told = 100;
constexpr int rows_at_once = 1000;

/// Who reads imports sees what others may not: only who may write.
void refuse_readers(Call const& call) {
  if (call.principal.key_id == 0) throw Error(Problem::unauthorised, "imports are for who may write");
  if (call.principal.role == "reader") throw Error(Problem::forbidden, "imports are for who may write");
}

std::string const& dataset_of(Call const& call) {
  if (!is_key(call.name("dataset"))) not_found();
  return call.name("dataset");
}

int number_of(Call const& call) {
  try {
    return static_cast<int>(parameter::integer(call.name("number"), 1, 1'000'000'000));
  } catch (parameter::Wrong const&) {
    not_found();
  }
}

service::ImportOptions take_options(Call& call) {
  service::ImportOptions options;
  options.dataset = dataset_of(call);
  auto& given = call.parameters;
  auto const take = [&](char const* name, auto const& read) { return parameter::take(given, name, read); };
  options.profile = take("profile", parameter::plain_text).value_or("bundle");
  options.dry_run = take("dry_run", parameter::truth).value_or(false);
  options.on_error = take("on_error", [](std::string const& text) {
                       return parameter::one_of<service::OnError>(
                           text, {{"abort", service::OnError::abort}, {"skip", service::OnError::skip}});
                     }).value_or(service::OnError::abort);
  options.missing = take("missing", [](std::string const& text) {
                      return parameter::one_of<service::Missing>(
                          text, {{"keep", service::Missing::keep}, {"delete", service::Missing::drop}});
                    }).value_or(service::Missing::keep);
  options.encoding = take("encoding", parameter::plain_text);
  options.delimiter = take("delimiter", parameter::plain_text);
  options.date_order = take("date_order", parameter::plain_text);
  options.sheet = take("sheet", parameter::plain_text);
  accept_no_more(call);
  call.pool.in_transaction(db::Access::read, call.view, [&](db::Transaction& transaction) {
    service::find_mapping(transaction, options);
  });
  service::check_import_options(options);
  return options;
}

void check_type(Call const& call, service::ImportOptions const& options) {
  if (options.profile == "bundle") {
    check_upload(call, {"application/zip", "application/x-zip-compressed", "application/octet-stream"});
  } else {
    check_upload(call, {"text/csv", "text/tab-separated-values", "application/gzip", "application/x-gzip",
                        "application/zip", "application/octet-stream",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"});
  }
}

Response answer_batch(std::string const& dataset, db::Batch const& batch,
                      std::vector<db::BatchRow> const& faults, int status) {
  Response response;
  response.status = status;
  wire::JsonWriter json(response.body);
  write_batch(json, dataset, batch, &faults);
  return response;
}

}  // namespace

Response post_import(Call& call) {
  auto options = take_options(call);
  auto const author = author_of(call);
  check_type(call, options);
  call.pool.in_transaction(db::Access::read, call.view, [&](db::Transaction& transaction) {
    call.imports.importer().check_quota(transaction, options.dataset);
  });
  auto place = call.imports.take_place();
  auto upload = receive(call);
  options.file_name = upload.name;
  auto const sha256 = upload.file->sha256();
  std::optional<db::BatchId> made;
  auto response = once(call, sha256, [&](db::Transaction& transaction) {
    made = call.imports.importer().create(transaction, options,
                                          {author.key_id, author.reason, sha256, upload.file->bytes()});
    auto answer =
        answer_batch(options.dataset, db::read_batch(transaction, options.dataset, made->number), {}, 202);
    answer.headers.emplace_back(
        "Location", "/v1/datasets/" + options.dataset + "/imports/" + std::to_string(made->number));
    return answer;
  });
  if (made) call.imports.push({*made, std::move(options), std::move(upload.file), std::move(place)});
  return response;
}

Response list_imports(Call& call) {
  refuse_readers(call);
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  auto const& dataset = dataset_of(call);
  auto const total = db::count_batches(call.transaction(), dataset);
  auto const before = paging.after() ? std::optional(std::stoi(paging.after()->at(0))) : std::nullopt;
  auto batches = db::read_batches(call.transaction(), dataset, before, paging.limit() + 1);
  bool const is_last = batches.size() <= static_cast<std::size_t>(paging.limit());
  if (!is_last) batches.pop_back();
  std::string items;
  wire::JsonWriter json(items);
  for (auto const& batch : batches) write_batch(json, dataset, batch, nullptr);
  db::SortKey const last{is_last ? "" : std::to_string(batches.back().id.number)};
  return paging.answer(items, is_last ? nullptr : &last, [&] { return total; });
}

Response get_import(Call& call) {
  refuse_readers(call);
  accept_no_more(call);
  auto const& dataset = dataset_of(call);
  auto const batch = db::read_batch(call.transaction(), dataset, number_of(call));
  return answer_batch(dataset, batch, db::read_batch_faults(call.transaction(), batch.id, faults_told), 200);
}

Response cancel_import(Call& call) {
  accept_no_more(call);
  auto const& dataset = dataset_of(call);
  auto const number = number_of(call);
  Response response;
  db::BatchId id;
  call.pool.in_transaction(db::Access::write, call.view, [&](db::Transaction& transaction) {
    id = db::read_batch(transaction, dataset, number).id;
    auto const state = db::stop_batch(transaction, id);
    auto const batch = db::read_batch(transaction, dataset, number);
    if (!state)
      throw Error(Problem::wrong_state, "the import has ended (" + batch.state +
                                            ") and cannot be cancelled; what it stored can be undone");
    response = answer_batch(dataset, batch, {}, *state == "cancelled" ? 200 : 202);
  });
  call.imports.stop(id);
  return response;
}

Response get_import_errors(Call& call) {
  refuse_readers(call);
  accept_no_more(call);
  auto const& dataset = dataset_of(call);
  auto const batch = db::read_batch(call.transaction(), dataset, number_of(call));
  Response response;
  response.content_type = "text/csv; charset=utf-8; header=present";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + dataset + "-" +
                                                           std::to_string(batch.id.number) + "-errors.csv\"");
  response.stream = [batch, reading = call.reading](render::Sink const& sink) {
    BatchErrorsCsv csv(batch, sink);
    db::BatchRow last{"", -1, 0, true, "", "", "", {}};
    for (;;) {
      auto const rows = db::read_batch_rows(reading->transaction(), batch.id, last, rows_at_once);
      for (auto const& row : rows) csv.add(row);
      if (rows.size() < rows_at_once) break;
      last = rows.back();
    }
    csv.finish();
  };
  return response;
}

Response undo_import(Call& call) {
  auto const force = parameter::take(call.parameters, "force", [](std::string const& text) {
    return parameter::one_of<bool>(text, {{"keep", true}});
  });
  accept_no_more(call);
  auto const& dataset = dataset_of(call);
  auto const number = number_of(call);
  auto const author = author_of(call);
  return once(call, [&](db::Transaction& transaction) {
    return answer_batch(
        dataset, service::undo_import(transaction, dataset, number, force.value_or(false), author), {}, 200);
  });
}

}  // namespace annals::http

#include "service/importer.hpp"

#include <chrono>
#include <condition_variable>
#include <thread>

#include "db/dataset_store.hpp"
#include "db/sql_error.hpp"
#include "db/vacuum.hpp"

namespace annals::service {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds glance{250};
constexpr milliseconds between_notes{1000};
constexpr int attempts_max = 60;
constexpr std::int64_t bulk_load = 10'000;  // things

/// Patiently: a database that was lost comes back, and the batch would seem to wait, or run, for as long as
/// we do.
void patiently(std::function<void()> const& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      work();
      return;
    } catch (db::DatabaseError const& error) {
      if (attempt == attempts_max || error.problem() == Problem::internal) throw;
    }
    std::this_thread::sleep_for(between_notes);
  }
}

/// Undoes a transaction whose outcome is known.
class OnlyTried : public std::runtime_error {
 public:
  OnlyTried() : std::runtime_error("the import was only tried") {}
};

/// Calls `work` now and then, from a thread of its own, until it ends.
class Ticker {
 public:
  explicit Ticker(std::function<void()> work) : thread_([this, work = std::move(work)] { tick(work); }) {}
  ~Ticker() {
    {
      std::lock_guard const lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Ticker(Ticker&&) = delete;

 private:
  void tick(std::function<void()> const& work) {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, glance, [&] { return ended_; })) {
      lock.unlock();
      work();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace

/// One batch on its way.
class Importer::Run {
 public:
  Run(Importer& importer, db::BatchId id, ImportOptions const& options, MakeFormat const& format,
      ImportProgress& progress, Watch const& watch)
      : importer_(importer),
        id_(id),
        options_(options),
        make_format_(format),
        progress_(progress),
        watch_(watch) {}

  ImportResult run() {
    try {
      import();
      return result_;
    } catch (ImportStopped const&) {
      end_stopped();
      throw;
    } catch (db::DatabaseError const& error) {
      if (progress_.is_stopped() && !error.retryable() && !error.connection_lost()) {
        end_stopped();
        throw ImportStopped();
      }
      fail(error.problem(), error.what());
      throw;
    } catch (Error const& error) {
      if (report_->faults().empty()) {
        for (auto const& fault : error.faults()) report_->fault(fault);
      }
      fail(error.problem(), error.what());
      throw;
    } catch (std::exception const&) {
      fail(Problem::internal, "the service failed; its log has the cause");
      throw;
    }
  }

 private:
  using Keep = std::vector<db::BatchRow> const&;

  void write(std::function<void(db::Transaction&)> const& work) {
    importer_.pool_.in_transaction(db::Access::write, work);
  }

  void restart() {
    progress_.restart();
    report_.emplace([this](Keep rows) {
      write([&](db::Transaction& transaction) { db::add_batch_rows(transaction, id_, rows); });
    });
    write([&](db::Transaction& transaction) { db::clear_batch_rows(transaction, id_); });
  }

  void import() {
    restart();
    auto const format = make_format_();
    Ticker const ticker([this] { glance_at(); });
    try {
      write([&](db::Transaction& transaction) { merge(transaction, *format); });
    } catch (OnlyTried const&) {
      write([&](db::Transaction& transaction) { db::end_batch(transaction, id_, ending("done")); });
    }
  }

  /// May be repeated, from the beginning.
  void merge(db::Transaction& transaction, ImportFormat& format) {
    struct Stoppable {
      Run& run;
      ~Stoppable() { run.let_stop(nullptr); }
    } const stoppable{*this};
    let_stop(&transaction);
    restart();
    auto const description = format.open(*report_, progress_);
    db::ImportStore store(transaction, description, id_.number);
    format.stage(store, *report_, progress_);
    if (!report_->lines_without_cells().empty()) format.give_cells(*report_);
    report_->flush();
    report_->faults().sort(format.files());
    if (options_.on_error == OnError::abort)
      report_->faults().refuse(options_.file_name.value_or("the file"));
    auto const merged = store.merge();
    importer_.check_quota(transaction, description.key);
    result_ = {description.key,     progress_.now().rows_read, merged.counts,
               report_->rejected(), report_->faults().kept(),  report_->warnings().kept()};
    let_stop(nullptr);
    if (progress_.is_stopped()) throw ImportStopped();
    if (options_.dry_run) throw OnlyTried();
    change_id_ = merged.change_id;
    db::end_batch(transaction, id_, ending("done"));
  }

  /// From here on a stop also stops what the database does in this transaction.
  void let_stop(db::Transaction* running) {
    std::lock_guard const lock(mutex_);
    running_ = running;
  }

  void glance_at() {
    if (watch_) watch_(progress_.now());
    try {
      if (steady_clock::now() - noted_ >= between_notes) {
        noted_ = steady_clock::now();
        write([&](db::Transaction& transaction) {
          if (db::note_progress(transaction, id_, progress_.now())) progress_.stop();
        });
      }
    } catch (Error const&) {
      // The import itself meets what is wrong with the database, and says so.
      return;
    }
    std::lock_guard const lock(mutex_);
    if (progress_.is_stopped() && running_ != nullptr) running_->cancel();
  }

  [[nodiscard]] db::BatchEnd ending(std::string state) const {
    return {std::move(state),
            {},
            {},
            progress_.now(),
            result_.counts,
            report_->rejected(),
            static_cast<std::int64_t>(report_->warnings().count()),
            report_->header(),
            change_id_};
  }

  void end_stopped() {
    if (progress_.is_interrupted()) {
      fail(Problem::interrupted,
           "the service ended before the import did; nothing was stored: send it again");
    } else {
      end("cancelled");
    }
  }

  void fail(Problem problem, std::string const& detail) {
    failure_ = {std::string(name(problem)), detail};
    end("failed");
  }

  void end(std::string const& state) {
    result_.counts = {};
    change_id_.reset();
    auto last = ending(state);
    last.problem = failure_.first;
    last.detail = failure_.second;
    patiently([&] {
      report_->flush();
      try {
        write([&](db::Transaction& transaction) { db::end_batch(transaction, id_, last); });
      } catch (Error const& error) {
        if (error.problem() != Problem::not_found) throw;  // else it has ended, or went with its dataset
      }
    });
  }

  Importer& importer_;
  db::BatchId const id_;
  ImportOptions const& options_;
  MakeFormat const& make_format_;
  ImportProgress& progress_;
  Watch const& watch_;
  std::optional<RowReport> report_;
  ImportResult result_;
  std::optional<std::int64_t> change_id_;
  std::pair<std::optional<std::string>, std::optional<std::string>> failure_;
  steady_clock::time_point noted_;
  std::mutex mutex_;
  db::Transaction* running_ = nullptr;
};

Importer::Importer(db::Pool const& pool, std::int64_t quota)
    : pool_(pool.access(), {0, 3, std::chrono::minutes(1)}), quota_(quota), owner_(pool.access().app) {
  pool_.in_transaction(db::Access::write, db::recover_batches);
}

void Importer::check_quota(db::Transaction& transaction, std::string const& dataset) const {
  if (quota_ == 0 || db::dataset_bytes(transaction, dataset) < quota_) return;
  throw Error(Problem::quota, "a dataset may have " + std::to_string(quota_) + " bytes here");
}

db::BatchId Importer::create(db::Transaction& transaction, ImportOptions const& options,
                             ImportSender const& sender) {
  owner_.renew();
  return db::create_batch(
      transaction,
      {options.dataset, options.profile, options.file_name, sender.file_sha256, options.dry_run,
       options.on_error == OnError::skip ? "skip" : "abort",
       options.missing == Missing::drop ? "delete" : "keep", options.encoding, options.delimiter,
       options.date_order, options.sheet, sender.bytes, sender.key_id, sender.reason, owner_.number()});
}

db::BatchId Importer::create(ImportOptions const& options, ImportSender const& sender) {
  db::BatchId id;
  pool_.in_transaction(db::Access::write,
                       [&](db::Transaction& transaction) { id = create(transaction, options, sender); });
  return id;
}

ImportResult Importer::run(db::BatchId const& id, ImportOptions const& options, MakeFormat const& format,
                           ImportProgress& progress, Watch const& watch) {
  bool is_ours = false;
  patiently([&] {
    pool_.in_transaction(db::Access::write, [&](db::Transaction& transaction) {
      is_ours = db::start_batch(transaction, id, owner_.number());
    });
  });
  if (!is_ours) not_found();
  auto result = Run(*this, id, options, format, progress, watch).run();
  tidy(result.counts);
  return result;
}

void Importer::tidy(db::ImportCounts const& counts) {
  if (counts.inserted + counts.updated < bulk_load) return;
  try {
    db::vacuum(pool_.access().owner);
  } catch (db::DatabaseError const&) {
    return;  // the import is done whatever becomes of this, and autovacuum comes later
  }
}

}  // namespace annals::service

#include "support/importing.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "csv/bundle_writer.hpp"
#include "db/dataset_store.hpp"
#include "support/case_service.hpp"
#include "support/process.hpp"

namespace annals::test {

std::string zip_of(std::map<std::string, std::string> const& files) {
  csv::TemporaryFolder const folder;
  std::vector<std::string> names;
  for (auto const& [name, text] : files) {
    auto const path = folder.path() / "files" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    names.push_back(name);
  }
  csv::write_zip(folder.path() / "files", names, folder.path() / "zip");
  return read_file(folder.path() / "zip");
}

std::string zip_of_folder(std::string const& folder) {
  std::map<std::string, std::string> files;
  for (auto const& each : std::filesystem::directory_iterator(folder))
    if (each.is_regular_file()) files[each.path().filename()] = read_file(each.path());
  return zip_of(files);
}

http::Response ImportingEditor::post(std::string const& dataset, std::string const& file, Options options,
                                     std::string const& query) {
  if (options.content_type == "application/json") options.content_type = "application/zip";
  return send("POST", "/v1/datasets/" + dataset + "/imports" + query, file, options);
}

nlohmann::json ImportingEditor::import(std::string const& dataset, std::string const& file,
                                       std::string const& query) {
  auto const response = post(dataset, file, {}, query);
  EXPECT_EQ(response.status, 202) << response.body;
  if (response.status != 202) return {};
  return batch_past(dataset, nlohmann::json::parse(response.body)["number"]);
}

nlohmann::json ImportingEditor::batch(std::string const& dataset, int number) {
  return json("/v1/datasets/" + dataset + "/imports/" + std::to_string(number));
}

nlohmann::json ImportingEditor::batch_past(std::string const& dataset, int number,
                                           std::set<std::string> const& states) {
  nlohmann::json found;
  for (int attempt = 0; attempt < 3000; ++attempt) {
    found = batch(dataset, number);
    if (!states.contains(found.value("state", ""))) return found;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  ADD_FAILURE() << "it does not end: " << found.dump();
  return found;
}

HeldDataset::HeldDataset(TestDatabase& database, std::string const& dataset)
    : connection_(database.access().app), transaction_(connection_, db::Access::write, db::View{}) {
  db::lock_dataset(transaction_, dataset);
}

}  // namespace annals::test

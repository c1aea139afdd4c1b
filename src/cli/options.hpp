#pragma once

#include <string>
#include <vector>

#include "service/import_format.hpp"

namespace annals::cli {

/// What the command line says, with the defaults of `--help`.
struct Options {
  std::string database;       ///< URL of the user's own; empty: the private one in `data`
  std::string password_file;  ///< of the database's user, where the URL has no password
  std::string data;
  std::string path;
  std::string dataset;
  service::ImportOptions import;
  std::string mapping_file;
  std::string key_name = "editor";
  std::vector<std::string> query;
  std::string format = "md";
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> hosts;
  std::int64_t quota_mib = 0;  ///< MiB that a dataset may come to by imports; 0: no limit
  std::string front = "nginx";
  std::string web;
};

}  // namespace annals::cli

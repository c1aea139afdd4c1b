#include "cli/commands.hpp"

int main(int count, char** arguments) { return annals::cli::run(count, arguments); }

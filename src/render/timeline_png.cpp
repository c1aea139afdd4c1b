#include "render/timeline_png.hpp"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <stdexcept>

#include "base/work_thread.hpp"
#include "render/timeline_svg.hpp"

namespace annals::render {
namespace {

constexpr double scale_wanted = 2, pixels_max = 24e6, height_max = 32000;

template <auto Free>
struct Freed {
  template <class Thing>
  void operator()(Thing* thing) const {
    Free(thing);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Freed<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;

[[noreturn]] void fail(std::string const& what) {
  throw std::runtime_error("cannot draw a picture: " + what);
}

/// Throws what is told in `error`, if anything is.
void check(GError* error) {
  if (error == nullptr) return;
  std::string const what = error->message;
  g_error_free(error);
  fail(what);
}

Handle read_svg(std::string const& svg) {
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_data(reinterpret_cast<guint8 const*>(svg.data()), svg.size(), &error));
  check(error);
  return handle;
}

void write_png(std::string const& svg, std::filesystem::path const& file) {
  auto const handle = read_svg(svg);
  double width = 0, height = 0;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) == FALSE)
    fail("it has no size");
  auto const scale = std::min({scale_wanted, std::sqrt(pixels_max / (width * height)), height_max / height});
  RsvgRectangle const area{0, 0, std::floor(width * scale), std::floor(height * scale)};
  Surface const surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(area.width),
                                                   static_cast<int>(area.height)));
  Context const context(cairo_create(surface.get()));
  GError* error = nullptr;
  rsvg_handle_render_document(handle.get(), context.get(), &area, &error);
  check(error);
  auto const status = cairo_surface_write_to_png(surface.get(), file.c_str());
  if (status != CAIRO_STATUS_SUCCESS) fail(cairo_status_to_string(status));
}

/// One picture after the other, always by the same thread: each thread that draws keeps fonts of its own,
/// some 20 MB.
void write_png_in_turn(std::string const& svg, std::filesystem::path const& file) {
  static std::mutex turn;
  static WorkThread painter;
  std::lock_guard const lock(turn);
  painter.begin([&] { write_png(svg, file); }).get();
}

class Png : public TimelineRenderer {
 public:
  explicit Png(std::filesystem::path file)
      : file_(std::move(file)), picture_(timeline_svg([this](std::string_view piece) { svg_ += piece; })) {}

  void begin(TimelineHead const& head) override { picture_->begin(head); }
  void section(std::string const& title) override { picture_->section(title); }
  void entry(TimelineEntry const& entry) override { picture_->entry(entry); }
  void span(TimelineSpan const& span) override { picture_->span(span); }
  void footnote(Footnote const& footnote) override { picture_->footnote(footnote); }
  void end(int claims_without_publication_date) override {
    picture_->end(claims_without_publication_date);
    write_png_in_turn(svg_, file_);
  }

 private:
  std::filesystem::path file_;
  std::string svg_;
  std::unique_ptr<TimelineRenderer> picture_;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_png(std::filesystem::path const& file) {
  return std::make_unique<Png>(file);
}

}  // namespace annals::render

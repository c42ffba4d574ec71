#ifndef GAIT_CGRAPHVIZ_SHIM_H
#define GAIT_CGRAPHVIZ_SHIM_H

#include <stddef.h>
#include <stdlib.h>

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

// What Swift cannot see of the installed headers (function macros, `char *` parameters that are never written
// through) and what differs between Graphviz releases.

/// Sets an attribute of the graph itself, declaring it first if need be.
static inline void gait_set_graph_attribute(Agraph_t *graph, const char *name, const char *value) {
  agsafeset(graph, (char *)name, (char *)value, (char *)"");
}

/// Width of a graph that has been laid out, in points.
static inline double gait_layout_width(Agraph_t *graph) { return GD_bb(graph).UR.x - GD_bb(graph).LL.x; }

/// Height of a graph that has been laid out, in points.
static inline double gait_layout_height(Agraph_t *graph) { return GD_bb(graph).UR.y - GD_bb(graph).LL.y; }

static inline void gait_free_cluster_lists(Agraph_t *graph) {
  for (int index = 1; index <= GD_n_cluster(graph); index++) gait_free_cluster_lists(GD_clust(graph)[index]);
  free(GD_clust(graph));
  GD_clust(graph) = NULL;
  GD_n_cluster(graph) = 0;
}

/// Frees what `gvFreeLayout` leaves of a layout with pinned nodes and is to be called before it: the engines set a
/// global back before they end by which their clean-up knows that there are lists of nodes and clusters to free.
static inline void gait_free_pinned_layout(Agraph_t *graph) {
  if (AGDATA(graph) == NULL) return;
  gait_free_cluster_lists(graph);
  free(GD_neato_nlist(graph));
  GD_neato_nlist(graph) = NULL;
}

/// Renders to memory. The length is an `unsigned int` in some releases and a `size_t` in others; the union serves
/// both, because its unused half stays zero (little-endian machines only, which are all that Swift runs on).
static inline int gait_render(GVC_t *context, Agraph_t *graph, const char *format, char **result, size_t *length) {
  union {
    unsigned int narrow;
    size_t wide;
  } count = {.wide = 0};
  int status = gvRenderData(context, graph, format, result, (void *)&count);
  *length = count.wide;
  return status;
}

#endif

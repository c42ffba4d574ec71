#ifndef GAIT_CGRAPHVIZ_SHIM_H
#define GAIT_CGRAPHVIZ_SHIM_H

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#endif

// Room under construction; replaced by its first real file.

"""The composition root and its controllers: the only room that knows views and services."""
